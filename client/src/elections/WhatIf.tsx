/** "What if": the same papers by another method, for other places, without somebody. Marked on every side as not the result. */
import { useState } from 'react';
import type { Count, CountMethod } from '../../../server/counting/elections/election';
import { byFate } from '../graphics/elections/candidates';
import { GrowthChart } from '../graphics/elections/GrowthChart';
import { SchulzeView } from '../graphics/elections/SchulzeView';
import { ScoreBars } from '../graphics/elections/ScoreBars';
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { Field, SelectField } from '../ui/Field';
import { Form } from '../ui/Form';
import { Tick } from '../ui/Tick';
import { askWhatIf } from './askWorker';
import { kindOf } from './ballotMarks';
import type { ElectionOutcome, ElectionWithResult } from './ElectionResultPage';
import type { OnPaper } from './paper';
import { useElectionFile } from './useElectionFile';

interface Props {
  election: ElectionWithResult;
  result: ElectionOutcome;
  paper: readonly OnPaper[];
  names: readonly string[];
}

/** By which other methods papers of a kind can be counted. */
const others: Record<ReturnType<typeof kindOf>, readonly CountMethod[]> = {
  ranked: ['scottish-stv', 'meek-stv', 'irv', 'schulze', 'plurality'],
  approval: ['approval'],
  score: ['score', 'approval'],
  plurality: ['plurality'],
  consent: ['consent'],
};
const electsOne = (method: CountMethod) => method === 'irv' || method === 'schulze';

type State = { kind: 'idle' | 'busy' } | { kind: 'failed'; message: string } | { kind: 'done'; count: Count };

export function WhatIf({ election, result, paper, names }: Props) {
  const t = useT();
  const electionFile = useElectionFile(election.id);
  const methods = others[kindOf(election.method)];
  const [method, setMethod] = useState(election.method as CountMethod);
  const [seats, setSeats] = useState(election.seats);
  const [without, setWithout] = useState<readonly number[]>([]);
  const [state, setState] = useState<State>({ kind: 'idle' });
  const ask = async () => {
    setState({ kind: 'busy' });
    try {
      const change = { method, seats: electsOne(method) ? 1 : seats, without };
      const { answer } = await askWhatIf(await electionFile(), change);
      if (answer) setState({ kind: 'done', count: answer });
    } catch (error) {
      setState({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  };
  return (
    <section className="what-if no-print">
      <h2>{t('whatIf.title')}</h2>
      <p className="not-result">{t('whatIf.notTheResult')}</p>
      <Form onSend={() => void ask()}>
        {methods.length > 1 && (
          <SelectField
            label={t('whatIf.method')}
            value={method}
            onChange={(e) => setMethod(e.target.value as CountMethod)}
          >
            {methods.map((each) => (
              <option key={each} value={each}>
                {t(`method.${each}`)}
              </option>
            ))}
          </SelectField>
        )}
        <Field
          label={t('whatIf.seats')}
          type="number"
          inputMode="numeric"
          min={1}
          max={paper.length}
          required
          disabled={electsOne(method)}
          value={electsOne(method) ? 1 : seats}
          onChange={(event) => setSeats(Math.max(1, Math.trunc(Number(event.target.value)) || 1))}
        />
        <fieldset>
          <legend className="legend">{t('whatIf.without')}</legend>
          {paper.map(({ number, name }) => (
            <Tick
              key={number}
              checked={without.includes(number)}
              onChange={(on) => setWithout(on ? [...without, number] : without.filter((each) => each !== number))}
            >
              {name}
            </Tick>
          ))}
        </fieldset>
        <p>
          <Button type="submit" busy={state.kind === 'busy'}>
            {t('whatIf.count')}
          </Button>
        </p>
      </Form>
      <div role="status">
        {state.kind === 'failed' && <p className="told no">{t('result.recountFailed', { message: state.message })}</p>}
        {state.kind === 'done' && <Imagined count={state.count} names={names} result={result} />}
      </div>
    </section>
  );
}

/** Who would have been elected, and who of those would not be now. */
function Imagined({ count, names, result }: { count: Count; names: readonly string[]; result: ElectionOutcome }) {
  const t = useT();
  const really = new Set(result.elected.map(({ number }) => number));
  const chosen = byFate(count, names).filter(({ fate }) => fate.kind === 'ELECTED');
  const same = chosen.length === really.size && chosen.every(({ index }) => really.has(index + 1));
  const { pairwise, paths } = count;
  return (
    <div className="imagined stack">
      <p className="not-result">{t('whatIf.notTheResult')}</p>
      <p>
        <strong>{t(same ? 'whatIf.sameElected' : 'whatIf.others')}</strong>
      </p>
      <ul className="plain">
        {chosen.map(({ index, letter, name }) => (
          <li key={index}>
            <span className="letter-mark">{letter}</span> {name}{' '}
            {!really.has(index + 1) && <span className="small quiet">{t('whatIf.notNow')}</span>}
          </li>
        ))}
      </ul>
      {count.stages.length > 0 && <GrowthChart count={count} names={names} />}
      {count.scores && <ScoreBars count={count} names={names} />}
      {pairwise && paths && <SchulzeView count={{ ...count, pairwise, paths }} names={names} />}
      <p className="not-result">{t('whatIf.notTheResult')}</p>
    </div>
  );
}
