/** The bodies as an indented list, each with its members: what the picture and the map show, in words. */
import { useIntl } from 'react-intl';
import { Link } from 'react-router';
import { useT } from '../i18n/useT';
import type { TreeBody } from './FederationPage';

/** Beyond this many, the groups of each Region are folded until asked for. */
const many = 40;

interface Props {
  bodies: readonly TreeBody[];
  /** Show every line, however many: what a search found is never folded. */
  whole: boolean;
}

export function TreeList({ bodies, whole }: Props) {
  const t = useT();
  if (whole || bodies.length <= many) return <Lines bodies={bodies} />;
  const heads = bodies.filter(({ depth }) => depth <= 1);
  return (
    <ul className="tree-list">
      {heads.map((head) => {
        const below = belowOf(bodies, head);
        return (
          <li key={head.id} className={`depth-${head.depth}`}>
            <Line body={head} />
            {head.depth === 1 && below.length > 0 && (
              <details>
                <summary>{t('federation.bodiesBelow', { count: below.length })}</summary>
                <Lines bodies={below} />
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** The tree comes in depth-first order: what is below a body follows it until its own depth is reached again. */
function belowOf(bodies: readonly TreeBody[], head: TreeBody): TreeBody[] {
  const after = bodies.slice(bodies.indexOf(head) + 1);
  const end = after.findIndex(({ depth }) => depth <= head.depth);
  return end < 0 ? after : after.slice(0, end);
}

function Lines({ bodies }: { bodies: readonly TreeBody[] }) {
  return (
    <ul className="tree-list">
      {bodies.map((body) => (
        <li key={body.id} className={`depth-${Math.min(body.depth, 4)}`}>
          <Line body={body} />
        </li>
      ))}
    </ul>
  );
}

function Line({ body }: { body: TreeBody }) {
  const t = useT();
  const { formatNumber } = useIntl();
  return (
    <Link to={`/b/${body.slug}`}>
      <span>{body.name}</span>
      {body.state !== 'AFFILIATED' && <span className="quiet"> · {t(`bodyState.${body.state}`)}</span>}
      <span className="num">{formatNumber(body.memberCount)}</span>
    </Link>
  );
}
