/** Something handed to us is not in the form its specification asks for; the message says what was expected. */
export class Malformed extends Error {
  override name = 'Malformed';
}
