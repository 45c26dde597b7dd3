/** Where the bodies are: the coasts drawn from a file of our own, fitted to the bodies; no tile server learns who looks. */
import { geoPath } from 'd3-geo';
import { useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-110m.json';
import { useT } from '../i18n/useT';
import { fitGround, radius } from './mapGround';
import type { Place } from './mapGround';
import { placeLabels } from './mapLabels';
import { useWidth } from './useWidth';

export interface MappedBody {
  id: string;
  slug: string;
  name: string;
  state: string;
  latitude: number;
  longitude: number;
  memberCount: number;
}

const world = atlas as unknown as Topology<{ countries: GeometryCollection }>;
const land = feature(world, world.objects.countries);
const borders = mesh(world, world.objects.countries, (a, b) => a !== b);

export default function FederationMap({ bodies }: { bodies: readonly MappedBody[] }) {
  const t = useT();
  const navigate = useNavigate();
  const { ref, width, rem } = useWidth<HTMLDivElement>();
  const [hereId, setHere] = useState<string | null>(null);
  const height = Math.round(width * (width < 500 ? 0.92 : 0.6));
  const drawn = useMemo(() => {
    if (width === 0) return null;
    const places = bodies.map(({ longitude, latitude }): Place => [longitude, latitude]);
    const projection = fitGround(places, width, height, width < 500 ? 34 : 64);
    const path = geoPath(
      projection.clipExtent([
        [0, 0],
        [width, height],
      ]),
    );
    const most = Math.max(1, ...bodies.map(({ memberCount }) => memberCount));
    const points = bodies
      .map((body) => {
        const [x, y] = projection([body.longitude, body.latitude]) ?? [-99, -99];
        return { ...body, x, y, r: radius(body.memberCount, most, width < 500 ? 11 : 16) };
      })
      .sort((a, b) => b.r - a.r);
    return {
      land: path(land) ?? '',
      borders: path(borders) ?? '',
      points,
      labels: placeLabels(points, rem * 0.875, width, height),
    };
  }, [bodies, width, height, rem]);
  const here = bodies.find((body) => body.id === hereId) ?? null;

  return (
    <div className="graphic" ref={ref}>
      {drawn && (
        <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-label={t('federation.mapLabel')} className="map">
          <path className="map-land" d={drawn.land} />
          <path className="map-border" d={drawn.borders} />
          {drawn.points.map((point) => (
            <a
              key={point.id}
              role="link"
              href={`/b/${point.slug}`}
              className="map-point"
              aria-label={t('federation.bodyWords', { name: point.name, members: point.memberCount })}
              onFocus={() => setHere(point.id)}
              onPointerEnter={(event) => event.pointerType === 'mouse' && setHere(point.id)}
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                if (event.detail === 0 || point.id === hereId) void navigate(`/b/${point.slug}`);
                else setHere(point.id);
              }}
            >
              <circle className="map-reach" cx={point.x} cy={point.y} r={Math.max(point.r, 14)} />
              <circle
                className={point.state === 'AFFILIATED' ? 'map-body' : 'map-body open'}
                cx={point.x}
                cy={point.y}
                r={point.r}
              />
              {point.id === hereId && <circle className="stair-here" cx={point.x} cy={point.y} r={point.r + 4} />}
            </a>
          ))}
          <g aria-hidden="true" pointerEvents="none">
            {drawn.labels.map((label) => (
              <text key={label.id} className="map-name" x={label.x} y={label.y + label.height * 0.78}>
                {label.name}
              </text>
            ))}
          </g>
        </svg>
      )}
      <p className="map-line">
        {here ? (
          <>
            {t('federation.bodyWords', { name: here.name, members: here.memberCount })}{' '}
            <Link to={`/b/${here.slug}`}>{t('federation.openBody', { body: here.name })}</Link>
          </>
        ) : (
          <span className="quiet">{t('federation.chooseBody')}</span>
        )}
      </p>
    </div>
  );
}
