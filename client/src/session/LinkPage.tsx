// The page a mailed link opens. It signs in only when the button is pressed, for mail scanners open links too;
// the token stands after the #, so that no server log and no referrer ever holds it.
import { Link, useLocation } from 'react-router';
import { useDeed } from '../api/useDeed';
import { SignInByLinkDocument } from '../generated/session/deeds';
import { useT } from '../i18n/useT';
import { Page } from '../ui/Page';
import { PrimaryAction } from '../ui/PrimaryAction';
import { Outcome } from '../ui/Refused';
import { useEnter } from './useEnter';

export default function LinkPage() {
  const t = useT();
  const enter = useEnter();
  const token = decodeURIComponent(useLocation().hash.slice(1));
  const deed = useDeed(SignInByLinkDocument, 'signInByLink', null);
  const open = async () => {
    if (await deed.run({ token })) await enter();
  };
  if (token === '') {
    return (
      <Page narrow title={t('link.noTokenTitle')}>
        <p>{t('link.noToken')}</p>
        <p>
          <Link className="button" to="/sign-in">
            {t('nav.signIn')}
          </Link>
        </p>
      </Page>
    );
  }
  return (
    <Page narrow title={t('link.title')} standfirst={t('link.text')}>
      <Outcome deed={deed} />
      {deed.refusal && (
        <p>
          <Link to="/sign-in">{t('link.newLink')}</Link>
        </p>
      )}
      <PrimaryAction busy={deed.busy} onPress={() => void open()}>
        {t('signIn.go')}
      </PrimaryAction>
    </Page>
  );
}
