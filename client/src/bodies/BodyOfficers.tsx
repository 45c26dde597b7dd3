// Who holds which office until when. Names are the Local Group's own; others see that the office is filled.
import { useT } from '../i18n/useT';
import { Empty } from '../ui/Empty';
import { Row, Rows } from '../ui/Rows';
import { Section } from '../ui/Section';
import { useCode } from '../ui/useCode';
import { When } from '../ui/When';
import type { Body } from './BodyPage';

export function BodyOfficers({ body }: { body: Body }) {
  const t = useT();
  const code = useCode();
  return (
    <Section title={t('body.officers')} count={body.officers.length}>
      {body.officers.length === 0 && <Empty>{t('body.noOfficers')}</Empty>}
      {body.officers.length > 0 && (
        <Rows>
          {body.officers.map((term) => (
            <Row
              key={term.id}
              title={code('office', term.office)}
              end={
                term.holderName === null ? (
                  <span className="quiet">{t('body.nameKept')}</span>
                ) : (
                  <bdi>{term.holderName}</bdi>
                )
              }
              note={
                <>
                  {t('office.until')} <When at={term.untilDate} />
                </>
              }
            />
          ))}
        </Rows>
      )}
    </Section>
  );
}
