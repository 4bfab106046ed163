package io.eyegoogler.image.moving;

/** What becomes of a frame's rectangle before the next frame is drawn. */
enum Disposal {
    /** It stays as it is. */
    KEEP,
    /** It becomes transparent. GIF and WebP name a background color, but viewers show none. */
    CLEAR,
    /** It becomes what it was before the frame. */
    RESTORE
}
