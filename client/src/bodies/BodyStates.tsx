// How a body came to be what it is: each state, since when, and by which motion.
import { Link } from 'react-router';
import { useCode } from '../ui/useCode';
import { When } from '../ui/When';
import type { Body } from './BodyPage';

export function BodyStates({ states }: { states: Body['states'] }) {
  const code = useCode();
  return (
    <ol className="plain stack-tight">
      {states.map((change) => (
        <li key={change.since}>
          <When at={change.since} />: {code('bodyState', change.state)}
          {change.proposal && (
            <>
              {' '}
              (<Link to={`/m/${change.proposal.body.slug}/${change.proposal.number}`}>{change.proposal.title}</Link>)
            </>
          )}
        </li>
      ))}
    </ol>
  );
}
