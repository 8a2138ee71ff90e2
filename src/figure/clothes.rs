//! What people wear: jackets, cardigans, shirts, padded coats, work clothes, and their collars.

use super::body::Joints;
use super::colour::{Rgba, hex};
use super::drawing::Drawing;
use super::path::{blob, curve, poly, polyline, rounded, taper, trace};
use super::person::Person;
use crate::vocabulary::Top;

/// What is worn, below the collar.
pub fn front(drawing: &mut Drawing, who: &Person, j: &Joints, bottom: f32) {
    let [nx, ny] = j.neck;
    let top = who.top;
    let seam = top.dark(0.38);
    let open = |drawing: &mut Drawing, half: f32, depth: f32, colour: Rgba| {
        drawing.fill(
            poly(&trace(
                &[
                    [nx - half, ny - 0.05],
                    [nx - half * 0.62, ny + depth * 0.45],
                    [nx - 0.02, ny + depth],
                    [nx + 0.02, ny + depth],
                    [nx + half * 0.62, ny + depth * 0.45],
                    [nx + half, ny - 0.05],
                ],
                true,
                6,
            )),
            colour,
        );
    };
    match who.look.top {
        Top::Jacket => {
            open(drawing, 0.56, 1.55, who.under);
            drawing.line(
                curve(&[[nx, ny + 0.45], [nx + 0.005, ny + 1.0], [nx, ny + 1.5]]),
                0.025,
                who.under.dark(0.25),
            );
            for side in [-1.0f32, 1.0] {
                let lapel = [
                    [nx + side * 0.50, ny - 0.10],
                    [nx + side * 0.74, ny + 0.34],
                    [nx + side * 0.70, ny + 0.60],
                    [nx + side * 0.84, ny + 0.66],
                    [nx + side * 0.03, ny + 1.60],
                    [nx + side * 0.22, ny + 0.85],
                    [nx + side * 0.42, ny + 0.30],
                ];
                drawing.fill(poly(&lapel), if side < 0.0 { top.light(0.14) } else { top.dark(0.06) });
                if !who.plain {
                    let mut edge = lapel[1..5].to_vec();
                    edge.truncate(4);
                    drawing.line(polyline(&edge), 0.022, seam.a(0.7));
                }
            }
            drawing.line(curve(&[[nx + 0.03, ny + 1.58], [nx + 0.05, ny + 2.0], [nx + 0.04, bottom]]), 0.03, seam);
            drawing.ellipse([nx - 0.09, ny + 1.80], [0.05, 0.05], seam);
        }
        Top::Cardigan => {
            open(drawing, 0.52, 1.25, who.under);
            for side in [-1.0f32, 1.0] {
                drawing.line(
                    curve(&[
                        [nx + side * 0.54, ny - 0.06],
                        [nx + side * 0.36, ny + 0.58],
                        [nx + side * 0.06, ny + 1.28],
                        [nx + side * 0.05, bottom],
                    ]),
                    0.125,
                    top.light(if side < 0.0 { 0.22 } else { 0.10 }),
                );
            }
            if !who.plain {
                for k in 0..3 {
                    drawing.ellipse([nx + 0.06, ny + 1.38 + 0.36 * k as f32], [0.055, 0.055], hex(0xf1e3c8).dark(0.08));
                    drawing.ellipse([nx + 0.05, ny + 1.37 + 0.36 * k as f32], [0.02, 0.02], seam);
                }
                // Knitted ribs.
                for k in 0..7 {
                    let x = 0.42 + 0.17 * k as f32;
                    for side in [-1.0f32, 1.0] {
                        drawing.line(
                            curve(&[
                                [nx + side * x, ny + 0.75 + 0.05 * k as f32],
                                [nx + side * (x + 0.02), ny + 1.5],
                                [nx + side * (x - 0.02), bottom],
                            ]),
                            0.016,
                            seam.a(0.22),
                        );
                    }
                }
            }
        }
        Top::Shirt => {
            open(drawing, 0.36, 0.62, who.skin.mix(who.shade, 0.35));
            drawing.line(
                curve(&[[nx + 0.01, ny + 0.58], [nx + 0.02, ny + 1.4], [nx + 0.01, bottom]]),
                0.15,
                top.light(0.22),
            );
            for k in 0..4 {
                drawing.ellipse([nx + 0.015, ny + 0.86 + 0.42 * k as f32], [0.034, 0.034], seam.a(0.8));
            }
            if !who.plain {
                let [px, py] = [nx + 0.52, ny + 1.12];
                drawing.line(
                    polyline(&[
                        [px, py],
                        [px, py + 0.48],
                        [px + 0.25, py + 0.60],
                        [px + 0.5, py + 0.48],
                        [px + 0.5, py],
                        [px, py],
                    ]),
                    0.024,
                    seam.a(0.5),
                );
            }
        }
        Top::Padded => {
            for k in 0..5 {
                let y = ny + 0.72 + 0.52 * k as f32;
                drawing.line(
                    curve(&[
                        [nx - who.shoulder * 0.95, y + 0.04],
                        [nx - 0.7, y + 0.12],
                        [nx - 0.05, y + 0.02],
                        [nx + 0.7, y + 0.12],
                        [nx + who.shoulder * 0.95, y + 0.04],
                    ]),
                    0.036,
                    seam.a(0.75),
                );
                if !who.plain {
                    drawing.line(
                        curve(&[[nx - who.shoulder * 0.85, y + 0.12], [nx - 0.75, y + 0.19], [nx - 0.2, y + 0.12]]),
                        0.045,
                        top.light(0.20).a(0.55),
                    );
                }
            }
            drawing.line(curve(&[[nx, ny + 0.35], [nx + 0.01, ny + 1.4], [nx, bottom]]), 0.05, top.dark(0.5));
            drawing.line(curve(&[[nx - 0.012, ny + 0.35], [nx, ny + 1.4], [nx - 0.012, bottom]]), 0.014, hex(0xcfc6b8));
        }
        Top::Workwear => {
            open(drawing, 0.44, 0.80, who.under);
            drawing.line(curve(&[[nx, ny + 0.72], [nx + 0.01, ny + 1.5], [nx, bottom]]), 0.035, seam);
            for side in [-1.0f32, 1.0] {
                let x = nx + side * 0.78;
                drawing.fill(rounded(x - 0.29, ny + 1.02, x + 0.29, ny + 1.55, 0.05), top.light(0.07));
                drawing.line(rounded(x - 0.29, ny + 1.02, x + 0.29, ny + 1.55, 0.05), 0.022, seam.a(0.75));
                drawing.fill(rounded(x - 0.31, ny + 0.98, x + 0.31, ny + 1.16, 0.04), top.dark(0.10));
                drawing.ellipse([x, ny + 1.09], [0.033, 0.033], hex(0xd8cdb8));
            }
            // A reflecting strip across the chest.
            let half = who.shoulder * 0.87;
            let strip = [[nx - half, ny + 1.72], [nx, ny + 1.80], [nx + half, ny + 1.72]];
            drawing.fill(taper(&strip, &[0.15; 3]), hex(0xe3d7a0));
            drawing.fill(taper(&strip, &[0.05; 3]), hex(0xf6f3e4));
        }
    }
}

/// The collar, over the neck.
pub fn collar(drawing: &mut Drawing, who: &Person, j: &Joints) {
    let [nx, ny] = j.neck;
    let nw = who.neck * j.near;
    let top = who.top;
    let (cloth, long) = match who.look.top {
        Top::Shirt => (top.light(0.14), 0.62),
        Top::Jacket => (who.under.light(0.12), 0.52),
        Top::Workwear => (top.light(0.12), 0.60),
        Top::Cardigan => (who.under, 0.30),
        Top::Padded => (top, 0.0),
    };
    match who.look.top {
        Top::Padded => {
            drawing.fill(
                blob(&[
                    [nx - nw - 0.22, ny - 0.30],
                    [nx - nw - 0.26, ny + 0.12],
                    [nx - 0.10, ny + 0.52],
                    [nx + 0.10, ny + 0.52],
                    [nx + nw + 0.26, ny + 0.12],
                    [nx + nw + 0.22, ny - 0.30],
                    [nx + nw * 0.5, ny + 0.05],
                    [nx, ny + 0.20],
                    [nx - nw * 0.5, ny + 0.05],
                ]),
                cloth.light(0.10),
            );
            drawing.line(curve(&[[nx, ny + 0.20], [nx, ny + 0.34], [nx, ny + 0.55]]), 0.05, top.dark(0.5));
        }
        Top::Cardigan => {
            drawing.line(
                curve(&[
                    [nx - nw - 0.09, ny - 0.08],
                    [nx - nw * 0.6, ny + 0.26],
                    [nx, ny + 0.40],
                    [nx + nw * 0.6, ny + 0.26],
                    [nx + nw + 0.09, ny - 0.08],
                ]),
                0.12,
                cloth.dark(0.07),
            );
        }
        Top::Shirt | Top::Jacket | Top::Workwear => {
            for side in [-1.0f32, 1.0] {
                let flap = [
                    [nx + side * (nw + 0.03), ny - 0.26],
                    [nx + side * (nw + 0.20), ny + 0.06],
                    [nx + side * (nw * 0.62 + 0.10), ny + long],
                    [nx + side * 0.03, ny + 0.36],
                    [nx + side * (nw * 0.72), ny + 0.10],
                ];
                drawing.fill(poly(&flap), if side < 0.0 { cloth } else { cloth.dark(0.10) });
                if !who.plain {
                    drawing.line(polyline(&flap[1..4]), 0.020, cloth.dark(0.35).a(0.6));
                }
            }
        }
    }
}
