package io.eyegoogler;

import java.util.Locale;

/** How eyes look. */
public enum EyeStyle {
    /** White, with a black rim, and a large black pupil that lies on it. */
    CLASSIC("Classic"),
    /** Scared out of its wits. */
    TINY("Tiny pupils"),
    /** Of the 1930s: a tall pupil with a slice cut out where the light falls. */
    CARTOON("Cartoon"),
    /** The lid is down to the middle, and there are bags underneath. */
    SLEEPY("Sleepy"),
    /** Up all night. */
    BLOODSHOT("Bloodshot"),
    /** A brow pressed down towards the nose. */
    ANGRY("Angry"),
    /** About to cry, and crying. */
    WEEPY("Weepy"),
    /** Ready for the red carpet. */
    DIVA("Diva"),
    /** In love. */
    HEART("Heart"),
    /** You are getting very sleepy. */
    HYPNOTISED("Hypnotised"),
    /** Has seen a mouse. */
    CAT("Cat"),
    /** Sunny side up. */
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
