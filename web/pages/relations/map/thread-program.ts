import { EdgeProgram, type ProgramInfo } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';

/** What a thread adds to the edges of sigma. */
export type ThreadData = EdgeDisplayData & {
  /** How far its middle is from the straight line, as a share of its length. */
  readonly curve: number;
  readonly isDashed: boolean;
};

/** A thread is a ribbon of so many pieces along a quadratic curve. */
const PIECES = 20;
const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGL2RenderingContext;
const uniforms = ['u_matrix', 'u_dimensions', 'u_sizeRatio', 'u_pixelRatio'] as const;
type Uniform = (typeof uniforms)[number];

const vertexShader = `
attribute vec2 a_place;
attribute vec2 a_source;
attribute vec2 a_target;
attribute float a_thickness;
attribute float a_curve;
attribute float a_dashed;
attribute vec4 a_color;
attribute vec4 a_id;
uniform mat3 u_matrix;
uniform vec2 u_dimensions;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
varying vec4 v_color;
varying float v_across;
varying float v_along;
varying float v_half;
varying float v_dashed;

void main() {
  vec2 window = u_dimensions * 0.5;
  vec2 from = (u_matrix * vec3(a_source, 1.0)).xy * window;
  vec2 to = (u_matrix * vec3(a_target, 1.0)).xy * window;
  vec2 line = to - from;
  vec2 middle = 0.5 * (from + to) + vec2(-line.y, line.x) * a_curve;
  float t = a_place.x;
  vec2 first = mix(from, middle, t);
  vec2 second = mix(middle, to, t);
  vec2 along = second - first;
  vec2 normal = vec2(-along.y, along.x) / max(length(along), 0.0001);
  v_half = max(0.4, 0.5 * a_thickness / u_sizeRatio) * u_pixelRatio;
  float reach = v_half + u_pixelRatio;
  gl_Position = vec4((mix(first, second, t) + normal * reach * a_place.y) / window, 0.0, 1.0);
  v_across = reach * a_place.y;
  v_along = t * 0.5 * (length(line) + length(middle - from) + length(to - middle)) / u_pixelRatio;
  v_dashed = a_dashed;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}`;

const fragmentShader = `
precision highp float;
varying vec4 v_color;
varying float v_across;
varying float v_along;
varying float v_half;
varying float v_dashed;

void main() {
  float inside = 1.0 - smoothstep(v_half - 0.5, v_half + 0.7, abs(v_across));
  float dash = v_dashed > 0.5 ? smoothstep(3.2, 4.0, abs(mod(v_along, 8.0) - 4.0) + 2.0) : 1.0;
  #ifdef PICKING_MODE
  gl_FragColor = inside > 0.5 ? v_color : vec4(0.0);
  #else
  gl_FragColor = vec4(v_color.rgb, 1.0) * v_color.a * inside * dash;
  #endif
}`;

/** Ties drawn as threads: thin and curved, dashed when asleep. Colours may be half transparent. */
export class ThreadProgram extends EdgeProgram<Uniform> {
  override getDefinition() {
    return {
      VERTICES: 2 * (PIECES + 1),
      VERTEX_SHADER_SOURCE: vertexShader,
      FRAGMENT_SHADER_SOURCE: fragmentShader,
      METHOD: TRIANGLE_STRIP,
      UNIFORMS: uniforms,
      ATTRIBUTES: [
        { name: 'a_source', size: 2, type: FLOAT },
        { name: 'a_target', size: 2, type: FLOAT },
        { name: 'a_thickness', size: 1, type: FLOAT },
        { name: 'a_curve', size: 1, type: FLOAT },
        { name: 'a_dashed', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_place', size: 2, type: FLOAT }],
      CONSTANT_DATA: Array.from({ length: 2 * (PIECES + 1) }, (_, corner) => [
        Math.floor(corner / 2) / PIECES,
        corner % 2 === 0 ? 1 : -1,
      ]),
    };
  }

  override processVisibleItem(
    id: number,
    at: number,
    source: NodeDisplayData,
    target: NodeDisplayData,
    data: EdgeDisplayData,
  ): void {
    const { curve, isDashed } = data as ThreadData;
    this.array.set(
      [
        source.x,
        source.y,
        target.x,
        target.y,
        data.size,
        curve,
        isDashed ? 1 : 0,
        floatColor(data.color),
        id,
      ],
      at,
    );
  }

  override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<Uniform>): void {
    const { pixelRatio } = params;
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
    gl.uniform2f(uniformLocations.u_dimensions, params.width * pixelRatio, params.height * pixelRatio);
    gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
    gl.uniform1f(uniformLocations.u_pixelRatio, pixelRatio);
  }
}
