/** A map fitted to the bodies on it: an equal-area projection turned to their middle, without any tile server. */
import { geoAzimuthalEqualArea, geoCentroid, geoDistance, geoEqualEarth } from 'd3-geo';
import type { GeoProjection } from 'd3-geo';

export type Place = [longitude: number, latitude: number];

export function fitGround(places: readonly Place[], width: number, height: number, margin: number): GeoProjection {
  const points = { type: 'MultiPoint' as const, coordinates: places.map((place) => [...place]) };
  const middle = geoCentroid(points);
  const reach = Math.max(0, ...places.map((place) => geoDistance(place, middle)));
  // Beyond about a quarter of the globe a plane turned to the middle would fold; then the whole Earth is shown.
  const projection =
    reach > 1.3 ? geoEqualEarth().rotate([-middle[0], 0]) : geoAzimuthalEqualArea().rotate([-middle[0], -middle[1]]);
  const box: [[number, number], [number, number]] = [
    [margin, margin],
    [width - margin, height - margin],
  ];
  if (reach < 0.02) return projection.scale(width * 4).translate([width / 2, height / 2]);
  return projection.fitExtent(box, points);
}

/** Area grows with the members; even a body of none has a point to touch. */
export function radius(members: number, most: number, largest: number): number {
  return Math.max(4, Math.sqrt(Math.max(members, 0) / Math.max(most, 1)) * largest);
}
