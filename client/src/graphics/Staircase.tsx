/**
 * The staircase of a result: how ballots became the decisions of Local Groups, those the voice of Regions, and
 * those the Federation's. Choosing a lens re-widths the tiles, so that one sees why the lenses differ.
 */
import { useMemo, useState } from 'react';
import { useIntl } from 'react-intl';
import { Link, useNavigate } from 'react-router';
import type { TalliedBody } from './bodies';
import { findStep, stepsOf } from './bodies';
import type { LensName } from './counts';
import { intake, totalOf } from './counts';
import { PictureLine } from './PictureLine';
import { StaircaseDrawing } from './StaircaseDrawing';
import type { Tile, Whole } from './staircase';
import { layStaircase } from './staircase';
import { isCrowded, staircaseSize } from './staircaseSizes';
import { useTileWords } from './tileWords';
import { useWidth } from './useWidth';

interface Props {
  bodies: readonly TalliedBody[];
  options: readonly string[];
  lens: LensName;
  whole: Whole;
  /** "more than 14 needed", already worded; null where the rule names no number. */
  needed: string | null;
}

export function Staircase({ bodies, options, lens, whole, needed }: Props) {
  const { formatMessage, formatNumber } = useIntl();
  const navigate = useNavigate();
  const { ref, width, rem } = useWidth<HTMLDivElement>();
  const [hereId, setHere] = useState<string | null>(null);
  const [closer, setCloser] = useState<string | null>(null);
  const root = useMemo(() => stepsOf(bodies), [bodies]);
  const shown = root && ((closer && findStep(root, closer)) || root);
  const picture = useMemo(() => {
    if (!shown || width === 0) return null;
    const totals = shown === root ? whole.totals : intake(shown, lens);
    const own = shown === root ? whole : { totals, extent: totalOf(totals), needed: null };
    return layStaircase(shown, lens, options, own, staircaseSize(width, rem));
  }, [shown, root, lens, options, whole, width, rem]);
  const describe = useTileWords(lens, options);
  if (!root || !shown) return null;

  const here = picture?.tiles.find((tile) => tile.step.body.id === hereId) ?? null;
  // The buttons walk every tile in turn, each body before those below it.
  const place = picture?.tiles.findIndex((tile) => tile.step.body.id === hereId) ?? -1;
  const beside = (by: number) => picture?.tiles[place + by]?.step.body.id ?? null;
  const open = (tile: Tile) => tile.step.body.href && void navigate(tile.step.body.href);
  const look = (id: string | null) => {
    setCloser(id);
    setHere(id ?? root.body.id);
  };

  return (
    <div className="graphic" ref={ref}>
      {picture && (
        <StaircaseDrawing
          {...{ picture, options, rem, describe }}
          label={formatMessage({ id: 'result.staircaseLabel' })}
          needed={shown === root ? needed : null}
          here={hereId}
          number={(value) => formatNumber(value)}
          onHere={setHere}
          onOpen={open}
        />
      )}
      <PictureLine
        onStep={(by) => setHere(beside(by) ?? hereId)}
        canStep={{ before: beside(-1) !== null, after: beside(1) !== null }}
      >
        {here ? (
          <>
            <p>{describe(here)}</p>
            {here.step.body.href && (
              <Link to={here.step.body.href}>
                {formatMessage({ id: 'result.openBody' }, { body: here.step.body.name })}
              </Link>
            )}
            {here.step !== shown && here.step.children.length > 0 && picture && isCrowded(picture) && (
              <button type="button" className="button plain" onClick={() => look(here.step.body.id)}>
                {formatMessage({ id: 'result.lookCloser' })}
              </button>
            )}
          </>
        ) : (
          <p className="quiet">{formatMessage({ id: 'result.chooseTile' })}</p>
        )}
        {closer && (
          <button type="button" className="button plain" onClick={() => look(null)}>
            {formatMessage({ id: 'result.lookBack' }, { body: root.body.name })}
          </button>
        )}
      </PictureLine>
    </div>
  );
}
