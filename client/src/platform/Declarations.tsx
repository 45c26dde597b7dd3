// The declarations of a version, each to be ticked by its own name: nobody agrees to a bundle unread.
import { useT } from '../i18n/useT';
import { Tick } from '../ui/Tick';

export interface DeclarationClause {
  key: string;
  kind: string;
  heading: string;
  text: string;
}

export const declarationsOf = <C extends DeclarationClause>(clauses: readonly C[]): C[] =>
  clauses.filter(({ kind }) => kind === 'DECLARATION');

/** Brings somebody who went on too early to the first box that is still empty. */
export function goToFirstEmpty(): void {
  document.querySelector<HTMLInputElement>('#declarations input:not(:checked)')?.focus();
}

interface Props {
  clauses: readonly DeclarationClause[];
  ticked: ReadonlySet<string>;
  onChange: (ticked: ReadonlySet<string>) => void;
  /** Someone tried to go on with a box still empty. */
  missing: boolean;
}

export function Declarations({ clauses, ticked, onChange, missing }: Props) {
  const t = useT();
  const change = (key: string, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(key);
    else next.delete(key);
    onChange(next);
  };
  return (
    <fieldset id="declarations">
      <legend className="legend">{t('declarations.title')}</legend>
      <p role="alert" className="due">
        {missing && t('declarations.missing')}
      </p>
      {declarationsOf(clauses).map((clause) => (
        <Tick key={clause.key} checked={ticked.has(clause.key)} onChange={(on) => change(clause.key, on)}>
          <strong>{clause.heading}.</strong> {clause.text}
        </Tick>
      ))}
    </fieldset>
  );
}
