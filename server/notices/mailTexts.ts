// What our mails say, in each language we speak. Short, plain text, and nothing that is not needed: mail is read
// on borrowed telephones and kept by providers.
import type { Mail } from '../context.js';

export const locales = ['en', 'es', 'fr'] as const;
export type Locale = (typeof locales)[number];

export const isLocale = (word: string): word is Locale => (locales as readonly string[]).includes(word);

/** Each kind of mail and the facts it is written from. */
export interface Facts {
  signIn: { name: string; link: string };
  applied: { name: string; body: string; link: string };
  appliedAgain: { name: string; body: string; link: string };
  admitted: { name: string; body: string; address: string };
  notAdmitted: { name: string; body: string; reason: string };
  /** `sum` is digits and currency, such as 28.00 USD. */
  duesReceipt: { name: string; body: string; number: string; sum: string; day: string };
  /** The address is that of the page where one pays or asks in private for a waiver. */
  duesReminder: { name: string; body: string; sum: string; goodUntil: string | null; address: string };
  duesLapsed: { name: string; body: string; sum: string; address: string };
  waiverGranted: { name: string; body: string; until: string };
  waiverDeclined: { name: string; body: string; words: string };
}
export type MailKind = keyof Facts;

type Words = { [Kind in MailKind]: (facts: Facts[Kind]) => [subject: string, ...paragraphs: string[]] };

const en: Words = {
  signIn: ({ name, link }) => [
    'Your link to sign in',
    `Hello ${name},`,
    `open this page and press the button:\n${link}`,
    'The link works once, for 10 minutes. If you did not ask for it, do nothing.',
  ],
  applied: ({ name, body, link }) => [
    `Your application to ${body}`,
    `Hello ${name},`,
    `your application to ${body} has arrived. To show that this address is yours, and to see what becomes of it, open this page and press the button:\n${link}`,
    'The link works once, for 10 minutes; you can ask for another on the sign-in page. If you did not apply, do nothing.',
  ],
  appliedAgain: ({ name, body, link }) => [
    `Your application to ${body}`,
    `Hello ${name},`,
    `somebody has asked to join ${body} with this address. It is known here already, so nothing was entered. If it was you, sign in and apply, or ask for a transfer, from your account:\n${link}`,
    'The link works once, for 10 minutes. If it was not you, do nothing.',
  ],
  admitted: ({ name, body, address }) => [
    `Welcome to ${body}`,
    `Hello ${name},`,
    `${body} has admitted you. From now on you have a voice in it.`,
    address,
  ],
  notAdmitted: ({ name, body, reason }) => [
    `Your application to ${body}`,
    `Hello ${name},`,
    `${body} has not admitted you. The reason given:`,
    reason,
  ],
  duesReceipt: ({ name, body, number, sum, day }) => [
    'A note for you',
    `Hello ${name},`,
    `${body} has received ${sum} from you on ${day}. Thank you. This is receipt ${number}; keep it.`,
    'Where each cent went is on your page.',
  ],
  duesReminder: ({ name, body, sum, goodUntil, address }) => [
    'A note for you',
    `Hello ${name},`,
    `${sum} of dues to ${body} are still open. It may have slipped by, as it does with all of us; pay when you can, in the way that suits you. ${goodUntil ? `Your vote stays with you until ${goodUntil}.` : 'Your vote rests until then, and comes back the same day.'}`,
    `If money is short, ask for a waiver: two words are enough, only the Treasurer and the Secretary learn of it, and you keep every right.
${address}`,
    'If you have paid in the last days, thank you, and forget this note.',
  ],
  duesLapsed: ({ name, body, sum, address }) => [
    'A note for you',
    `Hello ${name},`,
    `${sum} of dues to ${body} have been open for a long time, so your membership rests for now, as the rule book says. It comes back as it was, on the day they are paid.`,
    `If money is short, write to us or ask for a waiver. We would rather have you with us.
${address}`,
  ],
  waiverGranted: ({ name, body, until }) => [
    'A note for you',
    `Hello ${name},`,
    `what you asked of ${body} is granted, until ${until}. Nothing else changes: every right is yours, and nobody but you and the two officers who keep the books and the roll can see it.`,
  ],
  waiverDeclined: ({ name, body, words }) => [
    'A note for you',
    `Hello ${name},`,
    `${body} has answered what you asked:`,
    words,
  ],
};

const es: Words = {
  signIn: ({ name, link }) => [
    'Tu enlace para entrar',
    `Hola, ${name}:`,
    `abre esta página y pulsa el botón:\n${link}`,
    'El enlace sirve una sola vez, durante 10 minutos. Si no lo has pedido, no hagas nada.',
  ],
  applied: ({ name, body, link }) => [
    `Tu solicitud a ${body}`,
    `Hola, ${name}:`,
    `tu solicitud a ${body} ha llegado. Para mostrar que esta dirección es tuya, y para ver qué pasa con ella, abre esta página y pulsa el botón:\n${link}`,
    'El enlace sirve una sola vez, durante 10 minutos; puedes pedir otro en la página de entrada. Si no has solicitado nada, no hagas nada.',
  ],
  appliedAgain: ({ name, body, link }) => [
    `Tu solicitud a ${body}`,
    `Hola, ${name}:`,
    `alguien ha pedido entrar en ${body} con esta dirección. Ya se conoce aquí, así que no se ha anotado nada. Si fuiste tú, entra y haz la solicitud, o pide el traslado, desde tu cuenta:\n${link}`,
    'El enlace sirve una sola vez, durante 10 minutos. Si no fuiste tú, no hagas nada.',
  ],
  admitted: ({ name, body, address }) => [
    `Te damos la bienvenida a ${body}`,
    `Hola, ${name}:`,
    `${body} te ha admitido. Desde ahora tienes voz en el grupo.`,
    address,
  ],
  notAdmitted: ({ name, body, reason }) => [
    `Tu solicitud a ${body}`,
    `Hola, ${name}:`,
    `${body} no te ha admitido. El motivo que se dio:`,
    reason,
  ],
  duesReceipt: ({ name, body, number, sum, day }) => [
    'Una nota para ti',
    `Hola, ${name}:`,
    `${body} ha recibido de ti ${sum} el ${day}. Gracias. Este es el recibo ${number}; guárdalo.`,
    'En tu página se ve adónde ha ido cada céntimo.',
  ],
  duesReminder: ({ name, body, sum, goodUntil, address }) => [
    'Una nota para ti',
    `Hola, ${name}:`,
    `quedan por pagar ${sum} de cuotas a ${body}. Se pasa, como nos pasa a todas; paga cuando puedas y como te venga bien. ${goodUntil ? `Conservas tu voto hasta el ${goodUntil}.` : 'Mientras tanto tu voto descansa, y vuelve ese mismo día.'}`,
    `Si andas mal de dinero, pide una exención: bastan dos palabras, solo lo saben la Tesorería y la Secretaría, y conservas todos tus derechos.
${address}`,
    'Si has pagado en los últimos días, gracias, y olvida esta nota.',
  ],
  duesLapsed: ({ name, body, sum, address }) => [
    'Una nota para ti',
    `Hola, ${name}:`,
    `${sum} de cuotas a ${body} llevan mucho tiempo por pagar, así que tu afiliación queda en suspenso por ahora, como dice el reglamento. Vuelve tal como estaba el día en que se paguen.`,
    `Si andas mal de dinero, escríbenos o pide una exención. Preferimos tenerte con nosotros.
${address}`,
  ],
  waiverGranted: ({ name, body, until }) => [
    'Una nota para ti',
    `Hola, ${name}:`,
    `lo que pediste a ${body} está concedido, hasta el ${until}. Nada más cambia: tienes todos tus derechos, y nadie puede verlo salvo tú y las dos personas que llevan las cuentas y la lista.`,
  ],
  waiverDeclined: ({ name, body, words }) => [
    'Una nota para ti',
    `Hola, ${name}:`,
    `${body} ha respondido a lo que pediste:`,
    words,
  ],
};

const fr: Words = {
  signIn: ({ name, link }) => [
    'Votre lien de connexion',
    `Bonjour ${name},`,
    `ouvrez cette page et appuyez sur le bouton :\n${link}`,
    'Le lien sert une seule fois, pendant 10 minutes. Si vous ne l’avez pas demandé, ne faites rien.',
  ],
  applied: ({ name, body, link }) => [
    `Votre demande à ${body}`,
    `Bonjour ${name},`,
    `votre demande à ${body} est arrivée. Pour montrer que cette adresse est la vôtre, et pour suivre la demande, ouvrez cette page et appuyez sur le bouton :\n${link}`,
    'Le lien sert une seule fois, pendant 10 minutes ; vous pouvez en demander un autre sur la page de connexion. Si vous n’avez rien demandé, ne faites rien.',
  ],
  appliedAgain: ({ name, body, link }) => [
    `Votre demande à ${body}`,
    `Bonjour ${name},`,
    `quelqu’un a demandé à entrer dans ${body} avec cette adresse. Elle est déjà connue ici, donc rien n’a été inscrit. Si c’était vous, connectez-vous et faites la demande, ou demandez un transfert, depuis votre compte :\n${link}`,
    'Le lien sert une seule fois, pendant 10 minutes. Si ce n’était pas vous, ne faites rien.',
  ],
  admitted: ({ name, body, address }) => [
    `Bienvenue à ${body}`,
    `Bonjour ${name},`,
    `${body} vous a admis. Vous y avez désormais une voix.`,
    address,
  ],
  notAdmitted: ({ name, body, reason }) => [
    `Votre demande à ${body}`,
    `Bonjour ${name},`,
    `${body} ne vous a pas admis. Le motif donné :`,
    reason,
  ],
  duesReceipt: ({ name, body, number, sum, day }) => [
    'Un mot pour vous',
    `Bonjour ${name},`,
    `${body} a reçu de vous ${sum} le ${day}. Merci. Ceci est le reçu ${number} ; gardez-le.`,
    'Votre page montre où est allé chaque centime.',
  ],
  duesReminder: ({ name, body, sum, goodUntil, address }) => [
    'Un mot pour vous',
    `Bonjour ${name},`,
    `${sum} de cotisation à ${body} restent à régler. Cela arrive à tout le monde ; payez quand vous pourrez, de la façon qui vous convient. ${goodUntil ? `Vous gardez votre voix jusqu’au ${goodUntil}.` : 'D’ici là votre voix est en sommeil ; elle revient le jour même.'}`,
    `Si l’argent manque, demandez une dispense : deux mots suffisent, seuls la Trésorerie et le Secrétariat l’apprennent, et vous gardez tous vos droits.
${address}`,
    'Si vous avez payé ces derniers jours, merci, et oubliez ce mot.',
  ],
  duesLapsed: ({ name, body, sum, address }) => [
    'Un mot pour vous',
    `Bonjour ${name},`,
    `${sum} de cotisation à ${body} restent dus depuis longtemps ; votre adhésion est donc en sommeil pour l’instant, comme le dit le règlement. Elle revient telle quelle le jour où ils sont payés.`,
    `Si l’argent manque, écrivez-nous ou demandez une dispense. Nous préférons vous garder avec nous.
${address}`,
  ],
  waiverGranted: ({ name, body, until }) => [
    'Un mot pour vous',
    `Bonjour ${name},`,
    `ce que vous avez demandé à ${body} est accordé, jusqu’au ${until}. Rien d’autre ne change : tous vos droits vous restent, et personne ne peut le voir sauf vous et les deux personnes qui tiennent les comptes et la liste.`,
  ],
  waiverDeclined: ({ name, body, words }) => [
    'Un mot pour vous',
    `Bonjour ${name},`,
    `${body} a répondu à ce que vous avez demandé :`,
    words,
  ],
};

const words: Record<Locale, Words> = { en, es, fr };

export function writeMail<Kind extends MailKind>(kind: Kind, to: string, locale: string, facts: Facts[Kind]): Mail {
  const [subject, ...paragraphs] = words[isLocale(locale) ? locale : 'en'][kind](facts);
  return { to, subject, text: `${paragraphs.join('\n\n')}\n` };
}
