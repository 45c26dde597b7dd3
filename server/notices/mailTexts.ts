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
};

const words: Record<Locale, Words> = { en, es, fr };

export function writeMail<Kind extends MailKind>(kind: Kind, to: string, locale: string, facts: Facts[Kind]): Mail {
  const [subject, ...paragraphs] = words[isLocale(locale) ? locale : 'en'][kind](facts);
  return { to, subject, text: `${paragraphs.join('\n\n')}\n` };
}
