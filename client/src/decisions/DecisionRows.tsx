// Decisions in force, each a line: what was decided, of what kind, when.
import { useT } from '../i18n/useT';
import { Row, Rows } from '../ui/Rows';
import { useCode } from '../ui/useCode';
import { When } from '../ui/When';

export interface Decision {
  id: string;
  number: number | null;
  title: string;
  kind: string;
  decidedAt: string | null;
  body: { slug: string };
}

export function DecisionRows({ decisions }: { decisions: readonly Decision[] }) {
  const t = useT();
  const code = useCode();
  return (
    <Rows>
      {decisions.map((decision) => (
        <Row
          key={decision.id}
          to={`/m/${decision.body.slug}/${decision.number}`}
          title={decision.title}
          end={decision.decidedAt && <When at={decision.decidedAt} />}
          note={`${t('motion.number', { number: decision.number })} · ${code('proposalKind', decision.kind)}`}
        />
      ))}
    </Rows>
  );
}
