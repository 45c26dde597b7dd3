/** What a recorded ballot says, in names: "1. Ana, 2. Cem and Dora". */
import { useIntl } from 'react-intl';
import { useT } from '../i18n/useT';
import { isBlank, kindOf, readEach, readNumbers } from './ballotMarks';
import type { OnPaper } from './paper';

interface Props {
  method: string;
  marks: string;
  candidates: readonly OnPaper[];
}

export function SaidBallot({ method, marks, candidates }: Props) {
  const t = useT();
  const { formatList } = useIntl();
  const name = (number: number) => candidates.find((each) => each.number === number)?.name ?? String(number);
  const answers: Record<string, string> = {
    A: t('marking.agree'),
    S: t('marking.standAside'),
    B: t('marking.block'),
  };
  const words = (): string => {
    switch (kindOf(method)) {
      case 'ranked':
        return marks
          .split('>')
          .flatMap((equals, rank) =>
            equals === '-' ? [] : [`${rank + 1}. ${formatList(equals.split('=').map((each) => name(Number(each))))}`],
          )
          .join(', ');
      case 'approval':
      case 'plurality':
        return formatList(readNumbers(marks).map(name));
      case 'score':
      case 'consent':
        return [...readEach(marks)].map(([number, mark]) => `${name(number)}: ${answers[mark] ?? mark}`).join(', ');
    }
  };
  return <>{isBlank(marks) ? t('marking.saidBlank') : t('marking.said', { words: words() })}</>;
}
