package io.eyegoogler;

import java.util.Locale;

/** How eyes look. */
public enum EyeStyle {
    /** White, with a black rim, and a large black pupil that lies on it. */
    CLASSIC("Classic"),
    /** Tiny pupils and bags underneath: scared out of its wits. */
    TINY("Tiny pupils"),
    /** Of the 1930s: a tall pupil with a slice cut out where the light falls. */
    CARTOON("Cartoon"),
    /** The lid is down to the middle, and there are bags underneath. */
    SLEEPY("Sleepy"),
    /** Red veins and a green iris: up all night. */
    BLOODSHOT("Bloodshot"),
    /** A red iris, and a brow pressed down towards the nose. */
    ANGRY("Angry"),
    /** Large blue irises, brimming with tears. */
    WEEPY("Weepy"),
    /** Long lashes, eye shadow and a violet iris: ready for the red carpet. */
    DIVA("Diva"),
    /** A red heart for a pupil: in love. */
    HEART("Heart"),
    /** A spiral: you are getting very sleepy. */
    HYPNOTISED("Hypnotised"),
    /** Green, with a slit pupil, between dark lids: has seen a mouse. */
    CAT("Cat"),
    /** A fried egg, sunny side up. */
    EGG("Fried egg");

    private final String title;

    EyeStyle(String title) {
        this.title = title;
    }

    /** {@return the name as users write it, such as {@code classic}} */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the name to show to people, such as {@code Tiny pupils}} */
    public String title() {
        return title;
    }
}
