// Pseudonyms for the demonstration. Nobody needs a legal name to belong, so some go by a first name and a letter.
import { drawer } from './seeded.js';

interface Pool {
  locale: 'en' | 'es' | 'fr';
  given: string[];
  family: string[];
}

const words = (text: string) => text.split(' ');

const pools: Record<string, Pool> = {
  english: {
    locale: 'en',
    given: words(
      'Ada Alma Arlo Beck Birdie Cal Clem Cora Dell Edie Ezra Fern Gus Hattie Ike Ines Jo Juniper Kit Lena Mabel Moss Nell Otis Pearl Quinn Rosa Sage Silas Thea Tully Vera Wendell Willa Winnie Zeke',
    ),
    family: words(
      'Alder Barrow Birch Cobb Crane Dunmore Ember Fallow Garrity Hale Hollis Jessup Kettle Lark Marsh Nettle Oakes Pike Quill Reddick Sorrel Tanner Thorne Underhill Vance Weir Yarrow',
    ),
  },
  spanish: {
    locale: 'es',
    given: words(
      'Abril Amparo Belén Camilo Chela Consuelo Dolores Efraín Elías Esperanza Fermín Graciela Itzel Jacinto Lázaro Luz Maite Marisol Nahuel Nicanor Ofelia Ramiro Remedios Sóstenes Tomás Violeta Xóchitl Yolanda',
    ),
    family: words(
      'Arroyo Barrera Cárdenas Cuevas Esparza Fuentes Galindo Huerta Islas Juárez Lerma Montes Nájera Olvera Peñaloza Quiroz Robles Salinas Tovar Urrutia Valdés Zamora',
    ),
  },
  french: {
    locale: 'fr',
    given: words(
      'Aurèle Céleste Didier Édith Fabienne Garance Hervé Isabeau Joséphine Léonce Maëlle Noé Odile Perrine Rémi Solange Théo Yvette',
    ),
    family: words(
      'Beaulieu Charpentier Doucet Fontaine Gagné Hébert Lavoie Marchand Ouellet Pelletier Rivard Thibault',
    ),
  },
  slavic: {
    locale: 'en',
    given: words('Bogdan Danuta Jadwiga Katya Lesya Mirko Nadia Oksana Petro Radka Stanisław Wanda Zdenka'),
    family: words('Bielak Chmiel Dudek Horák Koval Lipa Melnyk Nowak Petrenko Sokol Wrona Žák'),
  },
  vietnamese: {
    locale: 'en',
    given: words('An Bình Châu Dũng Hà Khánh Linh Mai Ngọc Phúc Quyên Thảo Vân'),
    family: words('Bùi Đặng Đinh Hồ Lê Ngô Phạm Trần Võ Vũ'),
  },
  arabic: {
    locale: 'en',
    given: words('Amal Basima Farid Hadiya Idris Jamila Karim Layla Mahir Nour Rashid Salma Tariq Yasmin Zaynab'),
    family: words('Abbasi Bakr Darwish Farouk Haddad Issa Khoury Mansour Nasser Qasim Saleh Zaki'),
  },
  african: {
    locale: 'en',
    given: words(
      'Abena Ayo Chinwe Desta Efua Folake Girma Habtamu Imani Jelani Kofi Lulu Makeda Nia Obi Temesgen Zola',
    ),
    family: words('Adeyemi Bekele Chukwu Dlamini Eze Fofana Gebre Kamau Mensah Ndiaye Okafor Sow Tesfaye Wanjiru'),
  },
  /** Whole as they are. */
  single: {
    locale: 'en',
    given: [
      '王晓梅',
      '陈志强',
      '김민지',
      '박서준',
      '森千尋',
      'Ольга Ли',
      'Семён Коваль',
      'سلمى نجار',
      'Παναγιώτα Λάμπρου',
      'אורי לב',
      'Noelani Kahale',
      'Kailani',
      'Wren Begay',
      'Ash Tsosie',
      'Ember Nez',
      'Sparrow',
      'Old Nettie',
      'Auntie Lo',
      'Brickyard Joe',
      'T. from the docks',
    ],
    family: [],
  },
};

/** How the people of a place are likely to be called; one pool named twice weighs double. */
const habits: Record<string, string[]> = {
  tampico: ['spanish', 'spanish', 'spanish', 'spanish', 'spanish', 'spanish', 'english'],
  tucson: ['spanish', 'spanish', 'english', 'single'],
  halifax: ['english', 'english', 'french', 'french', 'arabic'],
  detroit: ['english', 'english', 'arabic', 'arabic', 'african', 'slavic', 'spanish'],
  duluth: ['english', 'slavic', 'english', 'single'],
  victoria: ['english', 'english', 'french', 'single', 'vietnamese'],
  baltimore: ['english', 'english', 'african', 'african', 'spanish', 'slavic'],
};
const usual = [
  'english',
  'english',
  'english',
  'spanish',
  'vietnamese',
  'arabic',
  'african',
  'slavic',
  'french',
  'single',
];

export interface Named {
  displayName: string;
  locale: Pool['locale'];
}

/** A source of names for one place; no two people of the federation are called the same. */
export function namer(place: string, taken: Set<string>): () => Named {
  const draw = drawer(`names of ${place}`);
  const pick = <Item>(items: readonly Item[]) => items[draw(items.length)]!;
  return () => {
    for (;;) {
      const { locale, given, family } = pools[pick(habits[place] ?? usual)]!;
      const first = pick(given);
      const last = family.length > 0 ? pick(family) : null;
      const displayName = last === null ? first : draw(5) === 0 ? `${first} ${last[0]}.` : `${first} ${last}`;
      if (taken.has(displayName)) continue;
      taken.add(displayName);
      return { displayName, locale };
    }
  };
}
