/** What a voter holds after casting: when it was recorded, under which number, and the file to keep. */
import { useT } from '../i18n/useT';
import { Button } from '../ui/Button';
import { Facts } from '../ui/Facts';
import { When } from '../ui/When';
import { download, fileName } from './download';
import type { KeptReceipt } from './keptBallot';

export function Receipt({ receipt, kept }: { receipt: KeptReceipt; kept: boolean }) {
  const t = useT();
  return (
    <section>
      <h2>{t('polls.receipt')}</h2>
      <p>{t(kept ? 'polls.receiptKept' : 'polls.receiptNotKept')}</p>
      {receipt.choice === null && <p className="small quiet">{t('polls.receiptWithoutChoice')}</p>}
      <Facts
        facts={[
          [t('polls.recordedAt'), <When at={receipt.castAt} withTime />],
          [t('polls.recordNumber'), <code>{receipt.recordId}</code>],
        ]}
      />
      <p>
        <Button
          onPress={() => download(fileName(`${receipt.pollTitle} receipt`, 'json'), JSON.stringify(receipt, null, 2))}
        >
          {t('polls.downloadReceipt')}
        </Button>
      </p>
    </section>
  );
}
