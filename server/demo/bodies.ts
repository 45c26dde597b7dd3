// The bodies of the demonstration: 4 Regions, 12 Local Groups, and one group in formation.
export interface DemoBody {
  slug: string;
  name: string;
  kind: 'FEDERATION' | 'REGION' | 'LOCAL_GROUP';
  parent: string | null;
  /** A date; a group in formation began lately, whenever the demonstration is loaded. */
  formedOn: string;
  country?: string;
  subdivision?: string;
  /** To about a kilometre: nobody's door. */
  at?: [latitude: number, longitude: number];
  inFormation?: true;
  /** Members in good standing. */
  members: number;
}

const local = (
  parent: string,
  name: string,
  members: number,
  formedOn: string,
  country: string,
  subdivision: string,
  at: [number, number],
): DemoBody => ({
  slug: name.toLowerCase(),
  name,
  kind: 'LOCAL_GROUP',
  parent,
  formedOn,
  country,
  subdivision,
  at,
  members,
});
const region = (slug: string, name: string, formedOn: string): DemoBody => ({
  slug,
  name,
  kind: 'REGION',
  parent: 'federation',
  formedOn,
  members: 0,
});

export const demoBodies: DemoBody[] = [
  { slug: 'federation', name: 'Federation', kind: 'FEDERATION', parent: null, formedOn: '2021-05-01', members: 0 },
  region('cascadia', 'Cascadia', '2021-05-01'),
  region('great-lakes', 'Great Lakes', '2021-05-01'),
  region('atlantic', 'Atlantic', '2021-09-18'),
  region('gulf', 'Gulf', '2022-03-12'),
  local('cascadia', 'Tacoma', 24, '2019-11-02', 'US', 'Washington', [47.25, -122.44]),
  local('cascadia', 'Portland', 61, '2018-04-14', 'US', 'Oregon', [45.52, -122.68]),
  local('cascadia', 'Victoria', 12, '2020-10-25', 'CA', 'British Columbia', [48.43, -123.37]),
  local('great-lakes', 'Toledo', 9, '2021-01-30', 'US', 'Ohio', [41.65, -83.54]),
  local('great-lakes', 'Detroit', 33, '2019-02-09', 'US', 'Michigan', [42.33, -83.05]),
  local('great-lakes', 'Hamilton', 18, '2020-06-06', 'CA', 'Ontario', [43.26, -79.87]),
  local('great-lakes', 'Duluth', 7, '2022-08-20', 'US', 'Minnesota', [46.79, -92.1]),
  local('atlantic', 'Worcester', 15, '2021-03-27', 'US', 'Massachusetts', [42.26, -71.8]),
  local('atlantic', 'Halifax', 11, '2021-07-11', 'CA', 'Nova Scotia', [44.65, -63.57]),
  local('atlantic', 'Baltimore', 42, '2019-09-15', 'US', 'Maryland', [39.29, -76.61]),
  local('gulf', 'Tampico', 28, '2020-02-22', 'MX', 'Tamaulipas', [22.26, -97.87]),
  local('gulf', 'Mobile', 8, '2022-01-08', 'US', 'Alabama', [30.69, -88.04]),
  { ...local('gulf', 'Tucson', 0, 'lately', 'US', 'Arizona', [32.22, -110.97]), inFormation: true },
];

export const localGroups = demoBodies.filter((body) => body.kind === 'LOCAL_GROUP' && !body.inFormation);

/** How many motions each body had decided before it kept its record here; the next one goes on from there. */
export const decidedBefore: Record<string, number> = { federation: 6, tacoma: 11, portland: 30, duluth: 3, gulf: 8 };

/** The ballots of Motion 7: FOR, AGAINST, ABSTAIN. */
export const motion7: Record<string, [yes: number, no: number, abstain: number]> = {
  tacoma: [15, 6, 1],
  victoria: [8, 2, 0],
  toledo: [6, 2, 0],
  hamilton: [11, 4, 0],
  duluth: [5, 1, 0],
  halifax: [7, 3, 0],
  mobile: [6, 1, 0],
  portland: [27, 28, 0],
  detroit: [13, 15, 0],
  worcester: [5, 7, 0],
  baltimore: [17, 18, 3],
  tampico: [11, 12, 0],
};
