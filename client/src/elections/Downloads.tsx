/** Files to take away: the election file, from which anybody counts again, and the ballots in the formats of others. */
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { faultOf, type Fault } from '../api/fault';
import { BallotFileDocument } from '../generated/elections/result';
import { useT } from '../i18n/useT';
import { download, fileName } from '../polls/download';
import { Button } from '../ui/Button';
import { ErrorState } from '../ui/ErrorState';
import type { ElectionOutcome, ElectionWithResult } from './ElectionResultPage';
import { useElectionFile } from './useElectionFile';

const formats = ['BLT', 'CSV', 'PREFLIB', 'CEF'] as const;
type Format = (typeof formats)[number];

export function Downloads({ election, result }: { election: ElectionWithResult; result: ElectionOutcome }) {
  const t = useT();
  const client = useApolloClient();
  const [fault, setFault] = useState<Fault | null>(null);
  const electionFile = useElectionFile(election.id);
  const attempt = async (deed: () => Promise<void>) => {
    setFault(null);
    try {
      await deed();
    } catch (error) {
      setFault(faultOf(error));
    }
  };
  const wholeFile = async () => download(fileName(`${election.title} election`, 'json'), await electionFile());
  const ballotsAs = async (format: Format) => {
    const { data } = await client.query({ query: BallotFileDocument, variables: { id: election.id, format } });
    const file = data?.election?.ballotFile;
    if (file) download(file.name, file.text, file.mediaType);
  };
  const ranked = result.count !== null && !result.withheld;
  return (
    <>
      <div className="result-actions">
        <Button onPress={() => void attempt(wholeFile)}>{t('election.file')}</Button>
        {ranked &&
          formats.map((format) => (
            <Button key={format} onPress={() => void attempt(() => ballotsAs(format))}>
              {t('election.ballotsAs', { format: t(`election.format.${format}`) })}
            </Button>
          ))}
        <Button onPress={() => window.print()}>{t('result.print')}</Button>
      </div>
      {fault && <ErrorState fault={fault} />}
    </>
  );
}
