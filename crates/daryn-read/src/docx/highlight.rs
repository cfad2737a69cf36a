//! Colours behind letters.

/// The colour of a pen for highlighting by its name (ECMA-376 part 1, 17.18.40, `ST_HighlightColor`).
/// `none` is no colour.
pub(crate) fn of_name(name: &str) -> Option<[u8; 3]> {
    Some(match name {
        "yellow" => [255, 255, 0],
        "green" => [0, 255, 0],
        "cyan" => [0, 255, 255],
        "magenta" => [255, 0, 255],
        "blue" => [0, 0, 255],
        "red" => [255, 0, 0],
        "darkBlue" => [0, 0, 128],
        "darkCyan" => [0, 128, 128],
        "darkGreen" => [0, 128, 0],
        "darkMagenta" => [128, 0, 128],
        "darkRed" => [128, 0, 0],
        "darkYellow" => [128, 128, 0],
        "darkGray" => [128, 128, 128],
        "lightGray" => [192, 192, 192],
        "black" => [0, 0, 0],
        _ => return None,
    })
}

/// The colour of a shading (17.3.5, `fill`). White is the colour of the page, and `auto` is none.
pub(crate) fn of_fill(fill: &str) -> Option<[u8; 3]> {
    let number = u32::from_str_radix(fill, 16).ok().filter(|_| fill.len() == 6)?;
    let [_, red, green, blue] = number.to_be_bytes();
    (number != 0xff_ff_ff).then_some([red, green, blue])
}
