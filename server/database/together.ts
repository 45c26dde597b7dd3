// Questions that come at the same moment are asked together. A statement a person would cost a busy evening more in
// conversation with the database than in work; so what arrives while one statement is under way goes into the next
// one as a list. Nothing is kept: every question is asked after it came, and nobody waits when nobody else asks.

interface Together<Question> {
  /** How many go into one statement. */
  most: number;
  /** How many statements may be under way at once. */
  lanes: number;
  /** How many must be waiting for a statement to go out beside one under way: most of what it costs is for itself. */
  company: number;
  /** Questions that share this are not asked in one statement: each must see what became of the one before. */
  apart?: (question: Question) => string;
}

/** @param ask answers a list of questions in their order */
export function together<Question, Answer>(
  ask: (questions: Question[]) => Promise<Answer[]>,
  { most, lanes, company, apart }: Together<Question>,
): (question: Question) => Promise<Answer> {
  interface Waiting {
    question: Question;
    answer: (answer: Answer) => void;
    fail: (error: unknown) => void;
  }
  let waiting: Waiting[] = [];
  let busy = 0;
  const next = (): Waiting[] => {
    if (!apart) return waiting.splice(0, most);
    const group = new Map<string, Waiting>();
    waiting = waiting.filter((one) => {
      const key = apart(one.question);
      if (group.size === most || group.has(key)) return true;
      group.set(key, one);
      return false;
    });
    return [...group.values()];
  };
  const enough = (beside: number) => waiting.length >= (beside > 0 ? company : 1);
  const go = async (): Promise<void> => {
    try {
      while (enough(busy - 1)) await settle(next());
    } finally {
      busy--;
    }
  };
  const settle = async (group: Waiting[]): Promise<void> => {
    try {
      const answers = await ask(group.map(({ question }) => question));
      group.forEach(({ answer }, i) => answer(answers[i] as Answer));
    } catch (error) {
      if (group.length === 1) return group[0]!.fail(error);
      // One question must not spoil the others: each is asked again alone.
      for (const one of group) await settle([one]);
    }
  };
  return (question) =>
    new Promise((answer, fail) => {
      waiting.push({ question, answer, fail });
      if (busy === lanes || !enough(busy)) return;
      busy++;
      // Whatever else is read off the connections in this turn goes along.
      setImmediate(() => void go());
    });
}
