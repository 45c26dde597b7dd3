// "Due from you": what each membership and office owes now, with its deadline and the way there.
import { useIntl } from 'react-intl';
import type { HomeQuery } from '../generated/home/home';
import { wordById } from '../i18n/word';
import { useT } from '../i18n/useT';
import { Deadline } from '../ui/Deadline';
import { Empty } from '../ui/Empty';
import { Row, Rows } from '../ui/Rows';
import { dueGroups } from './dueGroups';

type Due = HomeQuery['dueFromMe'][number];

/** Of these the title says what the motion is about; of the others it says no more than the words do. */
const aboutMotions = new Set(['VOTE', 'SECOND', 'OPEN_POLL', 'TELLER_COUNT', 'CHALLENGE']);

function DueRow({ due, pressing }: { due: Due; pressing: boolean }) {
  const intl = useIntl();
  const words = wordById(intl, `due.${due.kind}`, due.values, due.title);
  return (
    <Row
      to={due.path}
      title={words}
      end={
        due.deadline && (
          <span className={pressing ? 'due' : undefined}>
            <Deadline at={due.deadline} />
          </span>
        )
      }
      note={[aboutMotions.has(due.kind) && words !== due.title && due.title, due.body?.name]
        .filter(Boolean)
        .join(' · ')}
    />
  );
}

export function DueList({ dues }: { dues: readonly Due[] }) {
  const t = useT();
  if (dues.length === 0) return <Empty>{t('home.nothingDue')}</Empty>;
  return (
    <div>
      {dueGroups(dues, new Date()).map((group) => (
        <div key={group.key}>
          <h2 className="due-group">{t(`home.group.${group.key}`)}</h2>
          <Rows>
            {group.dues.map((due) => (
              <DueRow key={due.path + due.kind} due={due} pressing={group.key === 'late' || group.key === 'today'} />
            ))}
          </Rows>
        </div>
      ))}
    </div>
  );
}
