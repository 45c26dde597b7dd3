/** What a motion would do by itself once carried: a new platform clause by clause, new rules, a body admitted. */
import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { MoneyToDecide } from '../dues/MoneyToDecide';
import { ElectionToOpen } from '../elections/ElectionToOpen';
import { BodiesFormingDocument, PlatformClausesDocument, RulesNowDocument } from '../generated/proposals/draft';
import type { ProposalHereFragment } from '../generated/proposals/proposal';
import { useT } from '../i18n/useT';
import { clauseChanges, type ClauseChange, type ClauseText } from './clauseChanges';
import { bodyPayload, platformPayload, rulesPayload, sectionsChanged } from './payloads';
import { Pieces } from './Pieces';

type Motion = Pick<ProposalHereFragment, 'kind' | 'payload' | 'body' | 'state' | 'election'>;

export function Payload({ motion }: { motion: Motion }) {
  const t = useT();
  if (motion.kind === 'ORDINARY') return null;
  return (
    <section>
      <h2>{t('proposals.whatItDoes')}</h2>
      <p>{t(`proposals.does.${motion.kind}`)}</p>
      {motion.kind === 'ADOPT_PLATFORM' && <PlatformChange motion={motion} />}
      {motion.kind === 'ADOPT_RULE_BOOK' && <RulesChange motion={motion} />}
      {motion.kind === 'AFFILIATE_BODY' && <BodyToAffiliate motion={motion} />}
      {motion.kind === 'OPEN_ELECTION' && <ElectionToOpen motion={motion} />}
      {['SET_DUES', 'SET_SPLIT', 'AUTHORISE_SPENDING'].includes(motion.kind) && (
        <MoneyToDecide kind={motion.kind} payload={motion.payload} />
      )}
    </section>
  );
}

function PlatformChange({ motion }: { motion: Motion }) {
  const t = useT();
  const { data } = useQuery(PlatformClausesDocument);
  const { clauses, reacceptDays } = platformPayload(motion.payload);
  const inForce: readonly ClauseText[] = data?.platform?.clauses ?? [];
  // Once decided, what is in force may be this very text: then it is shown whole rather than compared with itself.
  const decided = motion.state === 'CARRIED';
  const changes: ClauseChange[] = decided
    ? clauses.map((clause) => ({ change: 'SAME', before: clause, after: clause }))
    : clauseChanges(inForce, clauses);
  const same = changes.filter(({ change }) => change === 'SAME');
  const shown = decided ? changes : changes.filter(({ change }) => change !== 'SAME');
  return (
    <>
      {reacceptDays !== null && <p>{t('proposals.reacceptWithin', { days: reacceptDays })}</p>}
      <ul className="rows clauses">
        {shown.map((each) => (
          <li key={(each.after ?? each.before)?.key}>
            <OneClause {...each} plain={decided} />
          </li>
        ))}
      </ul>
      {!decided && same.length > 0 && (
        <p className="small quiet">{t('proposals.unchangedClauses', { count: same.length })}</p>
      )}
    </>
  );
}

function OneClause({ change, before, after, plain }: ClauseChange & { plain: boolean }) {
  const t = useT();
  const clause = after ?? before;
  if (!clause) return null;
  return (
    <>
      <p className="small quiet">{plain ? clause.key : `${clause.key} · ${t(`proposals.change.${change}`)}`}</p>
      <h3>{clause.heading}</h3>
      <p className="clause-text">
        {plain || change === 'MOVED' ? clause.text : <Pieces before={before?.text ?? ''} after={after?.text ?? ''} />}
      </p>
    </>
  );
}

function RulesChange({ motion }: { motion: Motion }) {
  const t = useT();
  const { data } = useQuery(RulesNowDocument, { variables: { slug: motion.body.slug } });
  const now = Object.fromEntries((data?.ruleBook?.sections ?? []).map(({ key, rules }) => [key, rules]));
  return (
    <>
      <p>
        <Link to={`/b/${motion.body.slug}/rules`}>{t('proposals.rulesNow', { body: motion.body.name })}</Link>
      </p>
      {sectionsChanged(now, rulesPayload(motion.payload)).map(({ key, before, after, same }) => (
        <div key={key} className="rule-change">
          <h3>§{key}</h3>
          {same ? (
            <p className="quiet">{t('proposals.ruleSame')}</p>
          ) : (
            <pre>
              <Pieces before={before} after={after} />
            </pre>
          )}
        </div>
      ))}
    </>
  );
}

function BodyToAffiliate({ motion }: { motion: Motion }) {
  const id = bodyPayload(motion.payload);
  const { data } = useQuery(BodiesFormingDocument, { variables: { first: 100, under: motion.body.id } });
  const body = data?.bodies.edges.map(({ node }) => node).find((node) => node.id === id);
  return body ? (
    <p>
      <Link to={`/b/${body.slug}`}>{body.name}</Link>
    </p>
  ) : null;
}
