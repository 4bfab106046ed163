package io.eyegoogler.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static field of a test class that gets the {@link Service} or the {@link Browser} of this JVM's tests, which
 * {@link SharedFixtures} starts when they are first needed.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Shared {}
