// The two halves of a catalogue, as splitWords.ts divides it.
declare module 'virtual:words/*' {
  const words: Record<string, string>;
  export default words;
}
