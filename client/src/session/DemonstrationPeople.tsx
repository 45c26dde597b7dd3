// One tap, and one is somebody of the demonstration: who they are and what can be seen as them.
import { useDeed } from '../api/useDeed';
import { SignInAsDemonstrationDocument } from '../generated/session/deeds';
import type { DemonstrationQuery } from '../generated/session/demonstration';
import { useT } from '../i18n/useT';
import { Outcome } from '../ui/Refused';
import { Rows } from '../ui/Rows';
import { Section } from '../ui/Section';
import { useEnter } from './useEnter';

type People = NonNullable<DemonstrationQuery['demonstration']>;

export function DemonstrationPeople({ people }: { people: People }) {
  const t = useT();
  const enter = useEnter();
  const deed = useDeed(SignInAsDemonstrationDocument, 'signInAsDemonstration', null);
  const become = async (personId: string) => {
    if (await deed.run({ personId })) await enter();
  };
  return (
    <Section title={t('signIn.demonstration')}>
      <p className="quiet">{t('signIn.demonstrationText')}</p>
      <Outcome deed={deed} />
      <Rows>
        {people.map((person) => (
          <li key={person.personId}>
            <button
              type="button"
              className="row row-button"
              aria-disabled={deed.busy}
              onClick={() => void become(person.personId)}
            >
              <span className="row-title">{person.displayName}</span>
              <span className="row-end quiet">{person.body}</span>
              <span className="row-note">{person.part}</span>
            </button>
          </li>
        ))}
      </Rows>
    </Section>
  );
}
