// A bank's statement: choose the file, see whose each line may be and why, confirm, book. A line that was booked before is
// never booked again.
import { useApolloClient, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { BankStatementDocument, type BankStatementQuery } from '../generated/dues/statement';
import { TreasurerPageDocument } from '../generated/dues/treasurer';
import { useT } from '../i18n/useT';
import { Field } from '../ui/Field';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { Refused } from '../ui/Refused';
import { Section } from '../ui/Section';
import { MappingForm, type Mapping } from './MappingForm';
import { StatementLines } from './StatementLines';
import { uploadFile, type UploadFault } from './uploadFile';
import './dues.css';

export type Statement = Extract<NonNullable<BankStatementQuery['bankStatement']>, { __typename: 'BankStatement' }>;

function Read({
  slug,
  bodyId,
  currency,
  uploadId,
}: {
  slug: string;
  bodyId: string;
  currency: string;
  uploadId: string;
}) {
  const t = useT();
  const client = useApolloClient();
  const [mapping, setMapping] = useState<Mapping | null>(null);
  const read = useQuery(BankStatementDocument, {
    variables: { slug, uploadId, currency, bank: '', mapping: mapping as Record<string, unknown> | null },
    fetchPolicy: 'network-only',
  });
  return (
    <Loaded part read={read} pick={({ bankStatement }) => bankStatement}>
      {(statement) =>
        statement.__typename === 'Refusal' ? (
          <Refused refusal={statement} bodySlug={slug} />
        ) : (
          <>
            <Section title={t('books.columns')}>
              <MappingForm statement={statement} settled={setMapping} />
            </Section>
            {statement.problems.length > 0 && (
              <div className="told no">
                <p>{t('books.problems', { count: statement.problems.length })}</p>
                <ul>
                  {statement.problems.slice(0, 20).map(({ line, expected }) => (
                    <li key={line}>{t('books.problemLine', { line, expected })}</li>
                  ))}
                </ul>
              </div>
            )}
            {statement.mapping && (
              <StatementLines
                key={JSON.stringify(statement.mapping)}
                {...{ slug, bodyId, currency, uploadId, statement }}
                booked={() => {
                  void read.refetch();
                  void client.refetchQueries({ include: [TreasurerPageDocument] });
                }}
              />
            )}
          </>
        )
      }
    </Loaded>
  );
}

export default function StatementPage() {
  const t = useT();
  const { slug = '' } = useParams();
  const [uploaded, setUploaded] = useState<string | null>(null);
  const [fault, setFault] = useState<UploadFault | null>(null);
  const [busy, setBusy] = useState(false);
  const page = useQuery(TreasurerPageDocument, { variables: { slug } });
  const choose = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    setUploaded(null);
    const id = crypto.randomUUID();
    const wrong = await uploadFile(id, file);
    setFault(wrong);
    setBusy(false);
    if (!wrong) setUploaded(id);
  };
  return (
    <Loaded
      read={page}
      pick={({ ledger, federation }) => ledger && { body: ledger.body, rate: federation?.duesSchedule }}
    >
      {({ body, rate }) => (
        <Page title={t('books.statement')} kicker={<Link to={`/b/${slug}/treasurer`}>{t('books.desk')}</Link>}>
          <div className="stack">
            <p>{t('books.statementWhat')}</p>
            <Field
              label={t('books.file')}
              hint={t('books.fileHint')}
              type="file"
              accept=".csv,.txt,text/csv,text/plain"
              wrong={fault && t(`books.upload${fault}`)}
              onChange={(event) => void choose(event.target.files?.[0])}
            />
            <p role="status">{busy && t('state.working')}</p>
          </div>
          {uploaded && (
            <Read
              key={uploaded}
              slug={slug}
              bodyId={body.id}
              currency={rate?.amount.currency ?? 'USD'}
              uploadId={uploaded}
            />
          )}
        </Page>
      )}
    </Loaded>
  );
}
