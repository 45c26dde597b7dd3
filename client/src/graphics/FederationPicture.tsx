/** The federation by members, walkable by tap and by keys; each body leads to its own page, and can be looked into. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useT } from '../i18n/useT';
import { neighbourSlab } from './icicleKeys';
import type { PicturedBody, Slab } from './icicle';
import { bodyTree, icicleHeight, layIcicle } from './icicle';
import { shorten } from './labels';
import { PictureLine } from './PictureLine';
import { useWidth } from './useWidth';

export interface WalkableBody extends PicturedBody {
  slug: string;
}

export function FederationPicture({ bodies }: { bodies: readonly WalkableBody[] }) {
  const t = useT();
  const navigate = useNavigate();
  const { ref, width, rem } = useWidth<HTMLDivElement>();
  const svg = useRef<SVGSVGElement>(null);
  const byKey = useRef(false);
  const whole = bodies.find((body) => body.parentId === null)?.id ?? '';
  const [rootId, setRoot] = useState<string | null>(null);
  const [hereId, setHere] = useState<string | null>(null);
  const root = rootId ?? whole;
  const slabs = useMemo(() => {
    const tree = bodyTree(bodies, root);
    if (!tree || width === 0) return [];
    const line = rem * 1.3;
    return layIcicle(tree, width, icicleHeight(tree.leaves().length, line, 280, 720), line);
  }, [bodies, root, width, rem]);
  const height = slabs[0]?.height ?? 0;
  const bySlab = new Map(bodies.map((body) => [body.id, body]));
  const here = slabs.find((slab) => slab.body.id === hereId) ?? null;
  const slugOf = (slab: Slab) => bySlab.get(slab.body.id)?.slug ?? '';

  useEffect(() => {
    if (!byKey.current) return;
    byKey.current = false;
    svg.current?.querySelector<SVGElement>('[tabindex="0"]')?.focus();
  }, [hereId]);

  const words = (slab: Slab) => {
    const { name, memberCount, state } = slab.body;
    return state === 'IN_FORMATION'
      ? t('federation.bodyForming', { name, members: memberCount })
      : t('federation.bodyWords', { name, members: memberCount });
  };
  // The buttons walk every body in turn, each before those below it.
  const beside = (by: number) => slabs[slabs.findIndex(({ body }) => body.id === hereId) + by]?.body.id ?? null;
  const onKeyDown = (event: React.KeyboardEvent) => {
    const next = neighbourSlab(slabs, hereId, event.key);
    if (!next) return;
    event.preventDefault();
    byKey.current = true;
    setHere(next.body.id);
  };
  const onClick = (event: React.MouseEvent, slab: Slab) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (event.detail === 0 || slab.body.id === hereId) void navigate(`/b/${slugOf(slab)}`);
    else setHere(slab.body.id);
  };

  return (
    <div className="graphic" ref={ref}>
      <svg
        ref={svg}
        viewBox={`0 0 ${width || 1} ${height || 1}`}
        role="group"
        aria-label={t('federation.pictureLabel')}
        onKeyDown={onKeyDown}
      >
        {slabs.map((slab, index) => (
          <a
            key={slab.body.id}
            role="link"
            className="slab-tile"
            href={`/b/${slugOf(slab)}`}
            tabIndex={slab.body.id === hereId || (here === null && index === 0) ? 0 : -1}
            aria-label={words(slab)}
            onClick={(event) => onClick(event, slab)}
            onFocus={() => setHere(slab.body.id)}
          >
            <SlabGround slab={slab} />
          </a>
        ))}
        <g aria-hidden="true" pointerEvents="none">
          {slabs.map((slab) => (
            <SlabWords key={slab.body.id} slab={slab} rem={rem} columns={slabs.some(({ depth }) => depth > 1)} />
          ))}
        </g>
        {here && (
          <g pointerEvents="none">
            <rect className="stair-here-under" x={here.x} y={here.y} width={here.width} height={here.height} />
            <rect className="stair-here" x={here.x} y={here.y} width={here.width} height={here.height} />
          </g>
        )}
      </svg>
      <PictureLine
        onStep={(by) => setHere(beside(by) ?? hereId)}
        canStep={{ before: beside(-1) !== null, after: beside(1) !== null }}
      >
        {here ? (
          <>
            <p>{words(here)}</p>
            <Link to={`/b/${slugOf(here)}`}>{t('federation.openBody', { body: here.body.name })}</Link>
            {!here.leaf && here.body.id !== root && (
              <button type="button" className="button plain" onClick={() => setRoot(here.body.id)}>
                {t('federation.lookInto')}
              </button>
            )}
          </>
        ) : (
          <p className="quiet">{t('federation.chooseBody')}</p>
        )}
        {root !== whole && (
          <button type="button" className="button plain" onClick={() => setRoot(null)}>
            {t('federation.lookOut')}
          </button>
        )}
      </PictureLine>
    </div>
  );
}

function SlabGround({ slab: { body, depth, x, y, width, height, leaf } }: { slab: Slab }) {
  return (
    <rect
      className={`slab depth-${leaf ? 2 : Math.min(depth, 1)}${body.state === 'AFFILIATED' ? '' : ' open'}`}
      {...{ x, y, width, height }}
    />
  );
}

/** Drawn over the slabs and outside their links, whose names say the same in words. */
function SlabWords({ slab, rem, columns }: { slab: Slab; rem: number; columns: boolean }) {
  const { body, depth, x, y, width, height, leaf } = slab;
  const size = rem * 0.875;
  const sideways = depth === 0 && columns && width < 120;
  const name = shorten(body.name, size, (sideways ? height : width) - 12);
  const onInk = depth === 0 ? 'on-ink' : '';
  const room = height >= size * 1.15;
  return (
    <>
      {room && name && (
        <text
          className={`${onInk} ${leaf ? '' : 'strong'}`}
          {...(sideways
            ? {
                transform: `translate(${x + width / 2 + size * 0.35} ${y + height / 2}) rotate(-90)`,
                textAnchor: 'middle',
              }
            : { x: x + 7, y: y + Math.min(height / 2 + size * 0.35, size * 1.6) })}
        >
          {name}
        </text>
      )}
      {room && leaf && (
        <text
          x={x + width - 7}
          y={y + Math.min(height / 2 + size * 0.35, size * 1.6)}
          textAnchor="end"
          className="quiet"
        >
          {body.memberCount}
        </text>
      )}
    </>
  );
}
