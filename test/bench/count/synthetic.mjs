// Papers nobody cast, the same at every run: each voter ranks candidates in turn, the popular ones sooner, and stops after
// as many as chance has it, unless all are to be ranked.

/** The bytes of a BLT file. */
export function syntheticBlt({ papers, candidates, seats, complete = false }) {
  const random = randomNumbers(20_261_121);
  const popularity = Array.from({ length: candidates }, (_, at) => 1 / (1 + at * 0.35));
  const bytes = Buffer.alloc(papers * (candidates * 3 + 6) + candidates * 24 + 64);
  let end = bytes.write(`${candidates} ${seats}\n`);
  for (let paper = 0; paper < papers; paper++) {
    const weights = [...popularity];
    const length = complete ? candidates : 1 + Math.floor(random() * candidates);
    let left = popularity.reduce((sum, own) => sum + own, 0);
    let line = '1';
    for (let rank = 0; rank < length; rank++) {
      let chosen = -1;
      for (let lot = random() * left; lot >= 0 && chosen < candidates - 1;) lot -= weights[++chosen];
      while (weights[chosen] === 0) chosen = (chosen + 1) % candidates;
      left -= weights[chosen];
      weights[chosen] = 0;
      line += ` ${chosen + 1}`;
    }
    end += bytes.write(`${line} 0\n`, end, 'latin1');
  }
  const names = Array.from({ length: candidates }, (_, at) => `"Candidate ${at + 1}"\n`).join('');
  end += bytes.write(`0\n${names}"Synthetic"\n`, end);
  return bytes.subarray(0, end);
}

/** Numbers from 0 to 1 by the xorshift of G. Marsaglia. */
function randomNumbers(seed) {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
