import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeName, placeOf } from './place-of.ts';

describe('a place', () => {
  it('has a name, both coordinates, or both of these', () => {
    expect(placeOf({ name: ' Alba ', latitude: 44.7, longitude: '8.03' })).toEqual({
      place: { name: 'Alba', latitude: 44.7, longitude: 8.03 },
    });
    expect(placeOf({ latitude: 44.7 })).toEqual({});
    expect(placeOf({ name: '', latitude: 0, longitude: 0 })).toEqual({});
  });

  it('is never beyond the earth, whatever numbers come', () => {
    fc.assert(
      fc.property(fc.double(), fc.oneof(fc.double(), fc.string()), (latitude, longitude) => {
        const { place } = placeOf({ latitude, longitude });
        if (!place) return;
        expect(Math.abs(place.latitude ?? 999)).toBeLessThanOrEqual(90);
        expect(Math.abs(place.longitude ?? 999)).toBeLessThanOrEqual(180);
      }),
    );
  });

  it('is named from near to far, nothing twice', () => {
    expect(placeName('Enoteca', undefined, 'Alba', 'Alba', '')).toBe('Enoteca, Alba');
  });
});
