;; The inner loop of the pass over triangles: the same as `sumUnweighted` in triangle-sums.ts, step by step and bit for
;; bit, with addresses in place of indices. Built into triangle-kernel.gen.ts by scripts/make-kernel.ts.
;; Addresses: a tie is known by that of its place in `heads`; what stands beside it elsewhere lies at a fixed distance.
(module
  (import "house" "memory" (memory 1 65536 shared))
  (func (export "sumTriangles")
    (param $offsets i32) (param $heads i32)
    (param $lowerOffsets i32) (param $lower i32) (param $lowerTies i32)
    (param $shares i32) (param $marks i32) (param $common i32) (param $through i32)
    (param $begin i32) (param $end i32)
    (result i32)
    (local $v i32) (local $first i32) (local $last i32) (local $place i32) (local $until i32)
    (local $tie i32) (local $u i32) (local $uv i32) (local $uw i32) (local $rowEnd i32) (local $vw i32) (local $w i32)
    (local $count i32) (local $touched i32) (local $ahead i32) (local $at i32)
    (local $shareU f64) (local $shareV f64) (local $sum f64)
    (local $toCommon i32) (local $toThrough i32) (local $lowerToTies i32)
    (local.set $toCommon (i32.sub (local.get $common) (local.get $heads)))
    (local.set $toThrough (i32.sub (local.get $through) (i32.shl (local.get $heads) (i32.const 1))))
    (local.set $lowerToTies (i32.sub (local.get $lowerTies) (local.get $lower)))
    (local.set $v (local.get $begin))
    (block $done
      (loop $ranks
        (br_if $done (i32.ge_u (local.get $v) (local.get $end)))
        (local.set $at (i32.add (local.get $offsets) (i32.shl (local.get $v) (i32.const 2))))
        (local.set $first (i32.add (local.get $heads) (i32.shl (i32.load (local.get $at)) (i32.const 2))))
        (local.set $last (i32.add (local.get $heads) (i32.shl (i32.load offset=4 (local.get $at)) (i32.const 2))))
        (if (i32.ne (local.get $first) (local.get $last))
          (then
            (local.set $tie (local.get $first))
            (loop $mark
              (i32.store (i32.add (local.get $marks) (i32.shl (i32.load (local.get $tie)) (i32.const 2))) (local.get $tie))
              (local.set $tie (i32.add (local.get $tie) (i32.const 4)))
              (br_if $mark (i32.lt_u (local.get $tie) (local.get $last))))
            (local.set $shareV (f64.load (i32.add (local.get $shares) (i32.shl (local.get $v) (i32.const 3)))))
            (local.set $at (i32.add (local.get $lowerOffsets) (i32.shl (local.get $v) (i32.const 2))))
            (local.set $place (i32.add (local.get $lower) (i32.shl (i32.load (local.get $at)) (i32.const 2))))
            (local.set $until (i32.add (local.get $lower) (i32.shl (i32.load offset=4 (local.get $at)) (i32.const 2))))
            (block $walked
              (loop $rows
                (br_if $walked (i32.ge_u (local.get $place) (local.get $until)))
                ;; Touches what the row eight further on will want, so that the waits for memory overlap.
                (if (i32.lt_u (i32.add (local.get $place) (i32.const 32)) (local.get $until))
                  (then
                    (local.set $ahead (i32.load offset=32 (i32.add (local.get $place) (local.get $lowerToTies))))
                    (local.set $ahead (i32.add (local.get $heads) (i32.shl (local.get $ahead) (i32.const 2))))
                    (local.set $touched
                      (i32.add (local.get $touched)
                      (i32.add
                        (i32.add (i32.load offset=4 (local.get $ahead)) (i32.load offset=4 (i32.add (local.get $ahead) (local.get $toCommon))))
                        (i32.add (i32.load offset=8 (i32.add (i32.shl (local.get $ahead) (i32.const 1)) (local.get $toThrough)))
                          (i32.load offset=4 (i32.add (local.get $offsets) (i32.shl (i32.load offset=32 (local.get $place)) (i32.const 2))))))))))
                (local.set $u (i32.load (local.get $place)))
                (local.set $uv (i32.add (local.get $heads) (i32.shl (i32.load (i32.add (local.get $place) (local.get $lowerToTies))) (i32.const 2))))
                (local.set $rowEnd (i32.add (local.get $heads) (i32.shl (i32.load offset=4 (i32.add (local.get $offsets) (i32.shl (local.get $u) (i32.const 2)))) (i32.const 2))))
                (local.set $shareU (f64.load (i32.add (local.get $shares) (i32.shl (local.get $u) (i32.const 3)))))
                (local.set $count (i32.const 0))
                (local.set $sum (f64.const 0))
                (local.set $uw (i32.add (local.get $uv) (i32.const 4)))
                (block $row
                  (loop $ties
                    (br_if $row (i32.ge_u (local.get $uw) (local.get $rowEnd)))
                    (local.set $w (i32.load (local.get $uw)))
                    (local.set $vw (i32.load (i32.add (local.get $marks) (i32.shl (local.get $w) (i32.const 2)))))
                    (if (i32.ge_u (local.get $vw) (local.get $first))
                      (then
                        (local.set $count (i32.add (local.get $count) (i32.const 1)))
                        (local.set $sum (f64.add (local.get $sum) (f64.load (i32.add (local.get $shares) (i32.shl (local.get $w) (i32.const 3))))))
                        (local.set $at (i32.add (local.get $uw) (local.get $toCommon)))
                        (i32.store (local.get $at) (i32.add (i32.load (local.get $at)) (i32.const 1)))
                        (local.set $at (i32.add (i32.shl (local.get $uw) (i32.const 1)) (local.get $toThrough)))
                        (f64.store (local.get $at) (f64.add (f64.load (local.get $at)) (local.get $shareV)))
                        (local.set $at (i32.add (local.get $vw) (local.get $toCommon)))
                        (i32.store (local.get $at) (i32.add (i32.load (local.get $at)) (i32.const 1)))
                        (local.set $at (i32.add (i32.shl (local.get $vw) (i32.const 1)) (local.get $toThrough)))
                        (f64.store (local.get $at) (f64.add (f64.load (local.get $at)) (local.get $shareU)))))
                    (local.set $uw (i32.add (local.get $uw) (i32.const 4)))
                    (br $ties)))
                (local.set $at (i32.add (local.get $uv) (local.get $toCommon)))
                (i32.store (local.get $at) (i32.add (i32.load (local.get $at)) (local.get $count)))
                (local.set $at (i32.add (i32.shl (local.get $uv) (i32.const 1)) (local.get $toThrough)))
                (f64.store (local.get $at) (f64.add (f64.load (local.get $at)) (local.get $sum)))
                (local.set $place (i32.add (local.get $place) (i32.const 4)))
                (br $rows)))))
        (local.set $v (i32.add (local.get $v) (i32.const 1)))
        (br $ranks)))
    (local.get $touched)))
