package io.eyegoogler.http;

import io.eyegoogler.testing.Browser;
import io.eyegoogler.testing.PageVisit;
import io.eyegoogler.testing.Service;
import io.eyegoogler.testing.Shared;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Visits the page of the shared service with the shared browser. */
abstract class PageTestCase {

    @Shared
    static Service service;

    @Shared
    static Browser browser;

    @TempDir
    Path directory;

    PageVisit page;

    @BeforeEach
    void visit() {
        page = new PageVisit(browser, service, directory);
    }
}
