package io.eyegoogler.testing;

import java.lang.reflect.Field;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Sets the fields that are {@link Shared}: one service and one browser for all tests of this JVM, since each takes
 * seconds to start. JUnit finds this extension by itself.
 */
public final class SharedFixtures implements BeforeAllCallback {

    private static Service service;
    private static Browser browser;

    @Override
    public void beforeAll(ExtensionContext context) throws IllegalAccessException {
        for (Field field : AnnotationSupport.findAnnotatedFields(context.getRequiredTestClass(), Shared.class)) {
            field.setAccessible(true);
            field.set(null, field.getType() == Browser.class ? browser() : service());
        }
    }

    private static synchronized Service service() {
        if (service == null) {
            service = stoppedAtTheEnd(Service::start);
        }
        return service;
    }

    private static synchronized Browser browser() {
        if (browser == null) {
            browser = stoppedAtTheEnd(Browser::start);
        }
        return browser;
    }

    private static <T extends AutoCloseable> T stoppedAtTheEnd(Supplier<T> start) {
        T started = start.get();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                started.close();
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        }));
        return started;
    }
}
