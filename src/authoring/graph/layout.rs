//! A layered layout: ways lead downwards, labels get a row of their own between two rows of boxes, and few ways cross.

/// Between neighbours in a row, and between rows.
const GAP: f64 = 18.0;
const ROW_GAP: f64 = 16.0;
const SWEEPS: usize = 24;
/// Most places in rows between that edges pass through. Where there would be more, long edges run straight: a tangle of
/// thousands of them is no easier to read round corners, and the places grow as edges times rows.
const MOST_PASSING: usize = 20_000;
/// Rows that even then are passed one by one.
const SHORT: usize = 8;

/// A box or label by its size.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// In points.
    pub width: f64,
    /// In points.
    pub height: f64,
}

/// A place, from the upper left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right, in points.
    pub x: f64,
    /// Down, in points.
    pub y: f64,
}

pub struct Layout {
    /// Middle of each box.
    pub boxes: Vec<Point>,
    /// Corner points of each edge, from box to box.
    pub edges: Vec<Vec<Point>>,
    /// Middle of each edge's label.
    pub labels: Vec<Point>,
    pub width: f64,
    pub height: f64,
}

/// Something that takes room in a row: a box, a label, or an edge passing through.
struct RowItem {
    row: usize,
    size: Size,
    x: f64,
    up: Vec<usize>,
    down: Vec<usize>,
}

/// `edges` are pairs of boxes with the size of their label.
pub fn layout(boxes: &[Size], edges: &[(usize, usize, Size)], start: usize) -> Layout {
    let turned = turned(boxes.len(), edges, start);
    let down = |at: usize| {
        let (from, to, _) = edges[at];
        if turned[at] { (to, from) } else { (from, to) }
    };
    let rows =
        rows(boxes.len(), &(0..edges.len()).filter(|at| edges[*at].0 != edges[*at].1).map(down).collect::<Vec<_>>());
    let mut items: Vec<RowItem> = (boxes.iter().zip(&rows))
        .map(|(size, row)| RowItem { row: 2 * row, size: *size, x: 0.0, up: Vec::new(), down: Vec::new() })
        .collect();
    let far = |at: usize| {
        let (top, bottom) = down(at);
        (2 * rows[bottom]).saturating_sub(2 * rows[top] + 1)
    };
    let tangled = (0..edges.len()).map(far).sum::<usize>() > MOST_PASSING;
    // The chain of items along each edge, downwards.
    let mut chains: Vec<Vec<usize>> = Vec::with_capacity(edges.len());
    for (at, (_, _, label)) in edges.iter().enumerate() {
        let (top, bottom) = down(at);
        let mut chain = vec![top];
        // The label stands next to where the edge really begins.
        let first = if turned[at] { items[bottom].row.saturating_sub(1) } else { items[top].row + 1 };
        let straight = tangled && far(at) > SHORT;
        for row in (items[top].row + 1..items[bottom].row).filter(|row| !straight || *row == first) {
            let size = if row == first { *label } else { Size { width: 4.0, height: 0.0 } };
            items.push(RowItem { row, size, x: 0.0, up: Vec::new(), down: Vec::new() });
            chain.push(items.len() - 1);
        }
        chain.push(bottom);
        if top != bottom {
            for pair in chain.windows(2) {
                items[pair[0]].down.push(pair[1]);
                items[pair[1]].up.push(pair[0]);
            }
        }
        chains.push(chain);
    }
    let mut order = ordered(&items);
    uncross(&items, &mut order);
    place(&mut items, &order);
    draw(&items, &order, boxes.len(), &chains, edges, &turned)
}

/// Edges that lead back upwards.
fn turned(size: usize, edges: &[(usize, usize, Size)], start: usize) -> Vec<bool> {
    let mut out: Vec<Vec<usize>> = vec![Vec::new(); size];
    edges.iter().enumerate().for_each(|(at, (from, _, _))| out[*from].push(at));
    let mut turned = vec![false; edges.len()];
    // 0 new, 1 on the way, 2 done.
    let mut state = vec![0u8; size];
    for root in std::iter::once(start).chain(0..size) {
        if root >= size || state[root] != 0 {
            continue;
        }
        state[root] = 1;
        let mut trail = vec![(root, 0)];
        while let Some((node, next)) = trail.last_mut() {
            let Some(&edge) = out[*node].get(*next) else {
                state[*node] = 2;
                trail.pop();
                continue;
            };
            *next += 1;
            let to = edges[edge].1;
            match state[to] {
                0 => {
                    state[to] = 1;
                    trail.push((to, 0));
                }
                1 => turned[edge] = true,
                _ => {}
            }
        }
    }
    turned
}

/// The longest way from the top, for each box.
fn rows(size: usize, edges: &[(usize, usize)]) -> Vec<usize> {
    let mut out: Vec<Vec<usize>> = vec![Vec::new(); size];
    let mut waiting = vec![0; size];
    for (from, to) in edges {
        out[*from].push(*to);
        waiting[*to] += 1;
    }
    let mut row = vec![0; size];
    let mut open: Vec<usize> = (0..size).filter(|at| waiting[*at] == 0).collect();
    while let Some(at) = open.pop() {
        for to in &out[at] {
            row[*to] = row[*to].max(row[at] + 1);
            waiting[*to] -= 1;
            if waiting[*to] == 0 {
                open.push(*to);
            }
        }
    }
    row
}

/// Rows in the order in which a walk downwards meets the items.
fn ordered(items: &[RowItem]) -> Vec<Vec<usize>> {
    let rows = items.iter().map(|item| item.row + 1).max().unwrap_or(0);
    let mut order = vec![Vec::new(); rows];
    let mut seen = vec![false; items.len()];
    let tops = (0..items.len()).filter(|at| items[*at].up.is_empty());
    for top in tops {
        let mut open = vec![top];
        while let Some(at) = open.pop() {
            if !std::mem::replace(&mut seen[at], true) {
                order[items[at].row].push(at);
                open.extend(items[at].down.iter().rev());
            }
        }
    }
    order
}

/// Puts each item between its neighbours above and below in turn; keeps the order with the fewest crossings.
fn uncross(items: &[RowItem], order: &mut Vec<Vec<usize>>) {
    let mut best = order.clone();
    let mut fewest = crossings(items, order);
    for sweep in 0..SWEEPS {
        let downwards = sweep % 2 == 0;
        let rows = order.len();
        let mut place = vec![0.0; items.len()];
        for step in 0..rows {
            let row = if downwards { step } else { rows - 1 - step };
            let middle = |at: usize, place: &[f64]| {
                let near = if downwards { &items[at].up } else { &items[at].down };
                let sum: f64 = near.iter().map(|other| place[*other]).sum();
                (!near.is_empty()).then(|| sum / near.len() as f64)
            };
            let mut keyed: Vec<(f64, usize)> = order[row]
                .iter()
                .enumerate()
                .map(|(index, at)| (middle(*at, &place).unwrap_or(index as f64 / order[row].len() as f64), *at))
                .collect();
            keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
            let width = keyed.len() as f64;
            order[row] = keyed.into_iter().map(|(_, at)| at).collect();
            order[row].iter().enumerate().for_each(|(index, at)| place[*at] = (index as f64 + 0.5) / width);
        }
        let now = crossings(items, order);
        if now < fewest {
            fewest = now;
            best.clone_from(order);
        }
    }
    *order = best;
}

fn crossings(items: &[RowItem], order: &[Vec<usize>]) -> usize {
    let mut at = vec![0; items.len()];
    order.iter().flat_map(|row| row.iter().enumerate()).for_each(|(index, item)| at[*item] = index);
    let mut count = 0;
    for row in order {
        let mut ends: Vec<(usize, usize)> = Vec::new();
        for item in row {
            ends.extend(items[*item].down.iter().map(|to| (at[*item], at[*to])));
        }
        // By where they begin, then by where they end: two cross where the later one ends before the earlier.
        ends.sort_unstable();
        count += inversions(&mut ends.into_iter().map(|(_, end)| end).collect::<Vec<_>>());
    }
    count
}

/// Pairs that stand in the wrong order; sorts on the way.
fn inversions(list: &mut [usize]) -> usize {
    if list.len() < 2 {
        return 0;
    }
    let middle = list.len() / 2;
    let (left, right) = list.split_at_mut(middle);
    let mut count = inversions(left) + inversions(right);
    let mut merged = Vec::with_capacity(left.len() + right.len());
    let (mut a, mut b) = (0, 0);
    while a < left.len() && b < right.len() {
        if left[a] <= right[b] {
            merged.push(left[a]);
            a += 1;
        } else {
            count += left.len() - a;
            merged.push(right[b]);
            b += 1;
        }
    }
    merged.extend_from_slice(&left[a..]);
    merged.extend_from_slice(&right[b..]);
    list.copy_from_slice(&merged);
    count
}

/// Moves each item towards the middle of its neighbours as far as the row allows.
fn place(items: &mut [RowItem], order: &[Vec<usize>]) {
    let apart = |a: &RowItem, b: &RowItem| (a.size.width + b.size.width) / 2.0 + GAP;
    for row in order {
        let mut x = 0.0;
        for pair in 0..row.len() {
            if pair > 0 {
                x += apart(&items[row[pair - 1]], &items[row[pair]]);
            }
            items[row[pair]].x = x;
        }
    }
    for sweep in 0..40 {
        let downwards = sweep % 2 == 0;
        let rows: Vec<usize> = if downwards { (0..order.len()).collect() } else { (0..order.len()).rev().collect() };
        for row in rows.into_iter().map(|row| &order[row]) {
            let wanted: Vec<f64> = row
                .iter()
                .map(|at| {
                    let item = &items[*at];
                    // Late sweeps look both ways.
                    let near: Vec<usize> = match (sweep > 28, downwards) {
                        (true, _) => item.up.iter().chain(&item.down).copied().collect(),
                        (false, true) => item.up.clone(),
                        (false, false) => item.down.clone(),
                    };
                    if near.is_empty() {
                        item.x
                    } else {
                        near.iter().map(|other| items[*other].x).sum::<f64>() / near.len() as f64
                    }
                })
                .collect();
            settle(items, row, &wanted, &apart);
        }
    }
    gather(items, order);
    let left = items.iter().map(|item| item.x - item.size.width / 2.0).fold(f64::INFINITY, f64::min);
    items.iter_mut().for_each(|item| item.x -= left - GAP);
}

/// Parts that hang together by nothing stand side by side, as near as their rows allow.
fn gather(items: &mut [RowItem], order: &[Vec<usize>]) {
    let mut seen = vec![false; items.len()];
    let mut parts: Vec<Vec<usize>> = Vec::new();
    for root in 0..items.len() {
        let (mut open, mut part) = (vec![root], Vec::new());
        while let Some(at) = open.pop() {
            if !std::mem::replace(&mut seen[at], true) {
                part.push(at);
                open.extend(items[at].up.iter().chain(&items[at].down));
            }
        }
        if !part.is_empty() {
            parts.push(part);
        }
    }
    let mut right = vec![f64::NEG_INFINITY; order.len()];
    for part in parts {
        let room = |at: usize| items[at].x - items[at].size.width / 2.0 - right[items[at].row];
        let nearest = part.iter().map(|at| room(*at)).fold(f64::INFINITY, f64::min);
        let shift = if nearest.is_finite() { 3.0 * GAP - nearest } else { 0.0 };
        for at in part {
            items[at].x += shift;
            let edge = items[at].x + items[at].size.width / 2.0;
            right[items[at].row] = right[items[at].row].max(edge);
        }
    }
}

/// The places nearest to the wanted ones that keep order and distance: neighbours in conflict move as one block.
fn settle(items: &mut [RowItem], row: &[usize], wanted: &[f64], apart: &impl Fn(&RowItem, &RowItem) -> f64) {
    // How far each item stands at least from the first.
    let mut offset = Vec::with_capacity(row.len());
    for (n, at) in row.iter().enumerate() {
        offset.push(if n == 0 { 0.0 } else { offset[n - 1] + apart(&items[row[n - 1]], &items[*at]) });
    }
    // Of each block: the sum of wanted places less offsets, and how many items it holds.
    let mut blocks: Vec<(f64, usize)> = Vec::new();
    for (wanted, offset) in wanted.iter().zip(&offset) {
        blocks.push((wanted - offset, 1));
        while let [.., (sum_a, a), (sum_b, b)] = blocks.as_mut_slice() {
            if *sum_a / *a as f64 <= *sum_b / *b as f64 {
                break;
            }
            (*sum_a, *a) = (*sum_a + *sum_b, *a + *b);
            blocks.pop();
        }
    }
    let starts = blocks.into_iter().flat_map(|(sum, count)| std::iter::repeat_n(sum / count as f64, count));
    for ((at, offset), start) in row.iter().zip(offset).zip(starts) {
        items[*at].x = start + offset;
    }
}

fn draw(
    items: &[RowItem],
    order: &[Vec<usize>],
    boxes: usize,
    chains: &[Vec<usize>],
    edges: &[(usize, usize, Size)],
    turned: &[bool],
) -> Layout {
    let mut middles = Vec::with_capacity(order.len());
    let mut y = ROW_GAP;
    for row in order {
        let height = row.iter().map(|at| items[*at].size.height).fold(0.0, f64::max);
        middles.push(y + height / 2.0);
        y += height + ROW_GAP;
    }
    let point = |at: usize| Point { x: items[at].x, y: middles[items[at].row] };
    let mut labels = Vec::with_capacity(chains.len());
    let lines = chains
        .iter()
        .enumerate()
        .map(|(n, chain)| {
            let mut line: Vec<Point> = chain.iter().map(|at| point(*at)).collect();
            let half = |at: usize| items[at].size.height / 2.0;
            let (top, bottom) = (chain[0], chain[chain.len() - 1]);
            if top == bottom {
                // A way back to itself: a small ear at its side.
                let (p, w) = (point(top), items[top].size.width / 2.0);
                labels.push(Point { x: p.x + w + 24.0 + edges[n].2.width / 2.0, y: p.y });
                return vec![
                    Point { x: p.x + w, y: p.y - 6.0 },
                    Point { x: p.x + w + 18.0, y: p.y },
                    Point { x: p.x + w, y: p.y + 6.0 },
                ];
            }
            let last = line.len() - 1;
            line[0].y += half(top);
            line[last].y -= half(bottom);
            let label = if turned[n] { chain[last - 1] } else { chain[1] };
            labels.push(point(label));
            if turned[n] {
                line.reverse();
            }
            line
        })
        .collect();
    let right = items.iter().map(|item| item.x + item.size.width / 2.0).fold(0.0, f64::max);
    Layout { boxes: (0..boxes).map(point).collect(), edges: lines, labels, width: right + GAP, height: y }
}
