// What a version changed, clause by clause: what is new is underlined, what is gone is struck, and both are also said.
import { useQuery } from '@apollo/client/react';
import { Fragment } from 'react';
import { PlatformDiffDocument, type PlatformDiffQuery } from '../generated/platform/platform';
import { useT } from '../i18n/useT';
import { wordDifference } from '../proposals/words';
import { Empty } from '../ui/Empty';
import { Loaded } from '../ui/Loaded';

type Change = NonNullable<PlatformDiffQuery['platform']>['diff'][number];

function Words({ before, after }: { before: string; after: string }) {
  return wordDifference(before, after).map(({ piece, text }, index) => {
    if (piece === 'same') return text;
    const word = text.trimStart();
    const space = text.slice(0, text.length - word.length);
    return (
      <Fragment key={index}>
        {space}
        {piece === 'in' ? <ins>{word}</ins> : <del>{word}</del>}
      </Fragment>
    );
  });
}

function ChangedClause({ change }: { change: Change }) {
  const t = useT();
  const { before, after } = change;
  const word =
    change.change === 'ADDED' || change.change === 'REMOVED' || change.change === 'MOVED' ? change.change : 'CHANGED';
  return (
    <section className="clause">
      <p className="small quiet">{t(`clauseChange.${word}`)}</p>
      <h3>
        <Words before={before?.heading ?? ''} after={after?.heading ?? ''} />
      </h3>
      <p className="plain-text">
        <Words before={before?.text ?? ''} after={after?.text ?? ''} />
      </p>
    </section>
  );
}

export function ClauseChanges({ version, from }: { version: number; from: number }) {
  const t = useT();
  const read = useQuery(PlatformDiffDocument, { variables: { version, from } });
  return (
    <Loaded part read={read} pick={({ platform }) => platform?.diff}>
      {(diff) => {
        const changed = diff.filter(({ change }) => change !== 'SAME');
        return (
          <div className="clauses">
            <p>{t('platform.changes', { count: changed.length, same: diff.length - changed.length, from })}</p>
            {changed.length === 0 && <Empty>{t('platform.noChanges')}</Empty>}
            {changed.map((change) => (
              <ChangedClause key={change.key} change={change} />
            ))}
          </div>
        );
      }}
    </Loaded>
  );
}
