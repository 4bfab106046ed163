package io.eyegoogler.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Debian's Chromium without a screen, with a camera that shows a test picture. */
public final class Browser implements AutoCloseable {

    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    /**
     * Warns that this Chromium is newer than this Selenium, which doesn't matter here. Loggers without a reference are
     * lost.
     */
    private static final Logger DEVTOOLS = Logger.getLogger("org.openqa.selenium.devtools");

    static {
        DEVTOOLS.setLevel(Level.SEVERE);
    }

    /** The host of pages that are opened as from elsewhere in a home network: over plain HTTP, by a slow line. */
    public static final String HOME_NETWORK_HOST = "page.test";

    private static final int DRAG_STEPS = 4;

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
        driver.manage().timeouts().scriptTimeout(Await.LIMIT).pageLoadTimeout(Await.LIMIT);
    }

    /** Starts it; where there is none the test is skipped. */
    public static Browser start() {
        return start(options());
    }

    /** Starts it with a camera that shows a film: JPEG files, one after the other. */
    public static Browser startWithCamera(Path film) {
        return start(options().addArguments("--use-file-for-fake-video-capture=" + film));
    }

    private static Browser start(ChromeOptions options) {
        Requirements.require(
                Files.isExecutable(DRIVER) && Files.isExecutable(CHROMIUM), "install chromium chromium-driver");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .withLogOutput(java.io.OutputStream.nullOutputStream())
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    private static ChromeOptions options() {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions()
                .setBinary(CHROMIUM.toFile())
                .addArguments(
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--disable-dev-shm-usage",
                        // A name of this machine that isn't localhost, as in a home network.
                        "--host-resolver-rules=MAP " + HOME_NETWORK_HOST + " 127.0.0.1",
                        "--use-fake-device-for-media-stream",
                        "--use-fake-ui-for-media-stream");
        options.setCapability("goog:loggingPrefs", logs);
        return options;
    }

    /** Opens an address with a window of that size, light or dark, on a phone or not. */
    public void open(String address, int width, int height, boolean dark, boolean phone) {
        cdp(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", phone));
        cdp("Emulation.setTouchEmulationEnabled", Map.of("enabled", phone));
        media("prefers-color-scheme", dark ? "dark" : "light");
        driver.get(address);
    }

    /** As a person has set a preference that CSS can ask for. */
    public void media(String feature, String value) {
        cdp("Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", feature, "value", value))));
    }

    /** A command of the Chrome DevTools Protocol. */
    public Map<String, Object> cdp(String command, Map<String, Object> parameters) {
        return driver.executeCdpCommand(command, parameters);
    }

    public WebElement element(String id) {
        return driver.findElement(By.id(id));
    }

    public WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    /** The element that the keyboard speaks to. */
    public WebElement active() {
        return driver.switchTo().activeElement();
    }

    /** What a script returns. */
    public Object script(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** What the expression's promise brings; it may import the page's modules by {@code module(name)}. */
    public Object promise(String expression, Object... arguments) {
        return driver.executeAsyncScript(
                "const done = arguments[arguments.length - 1];"
                        + "const main = () => document.querySelector('script[type=module]').src;"
                        + "const module = (name) => import(new URL(name, main()));"
                        + "(async () => " + expression + ")().then(done, (e) => done('failed: ' + e.stack));",
                arguments);
    }

    /** Waits until a condition, in JavaScript, is met. */
    public void await(String condition) {
        Await.until(() -> Boolean.TRUE.equals(script("return Boolean(" + condition + ")")), condition);
    }

    public static void pause(Duration duration) {
        Await.pause(duration);
    }

    /** What an img or canvas shows, pixel by pixel. */
    public BufferedImage pixels(String id) {
        String url = (String) script(
                "const e = document.getElementById(arguments[0]);"
                        + "const c = document.createElement('canvas');"
                        + "c.width = e.naturalWidth || e.width; c.height = e.naturalHeight || e.height;"
                        + "c.getContext('2d').drawImage(e, 0, 0); return c.toDataURL()",
                id);
        return Photos.decode(Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1)));
    }

    /** Where the middle of an element is in the window, px. */
    public java.awt.Point middle(String id) {
        @SuppressWarnings("unchecked")
        List<Number> at = (List<Number>) script(
                "const r = document.getElementById(arguments[0]).getBoundingClientRect();"
                        + "return [r.x + r.width / 2, r.y + r.height / 2]",
                id);
        return new java.awt.Point(at.get(0).intValue(), at.get(1).intValue());
    }

    /** Drops a file at a place of the window, likewise. */
    public void drop(String name, byte[] file, java.awt.Point at) {
        send(List.of("dragenter", "dragover", "drop"), "dataTransfer", name, file, at);
    }

    /** Pastes a file. */
    public void paste(String name, byte[] file) {
        send(List.of("paste"), "clipboardData", name, file, new java.awt.Point(1, 1));
    }

    private void send(List<String> events, String data, String name, byte[] file, java.awt.Point at) {
        script("""
                const files = new DataTransfer();
                const bytes = Uint8Array.from(atob(arguments[3]), (c) => c.charCodeAt(0));
                files.items.add(new File([bytes], arguments[2], {type: arguments[2].replace(/.*\\./, 'image/')}));
                const [x, y] = [arguments[4], arguments[5]];
                for (const type of arguments[0]) {
                  const Type = type === 'paste' ? ClipboardEvent : DragEvent;
                  document.elementFromPoint(x, y).dispatchEvent(new Type(type,
                      {[arguments[1]]: files, clientX: x, clientY: y, bubbles: true, cancelable: true}));
                }""", events, data, name, Base64.getEncoder().encodeToString(file), at.x, at.y);
    }

    /**
     * Drops a file onto an element by the events that a page sees. A drag by the browser's own means opens the file
     * instead of dropping it if the drop arrives before the page has accepted the drag, which nothing reports.
     */
    public void drop(String name, byte[] file, String id) {
        Object taken = script("""
                const files = new DataTransfer();
                const bytes = Uint8Array.from(atob(arguments[1]), (c) => c.charCodeAt(0));
                files.items.add(new File([bytes], arguments[0]));
                const send = (type) => !document.getElementById(arguments[2]).dispatchEvent(
                    new DragEvent(type, {dataTransfer: files, bubbles: true, cancelable: true}));
                send('dragenter');
                const taken = send('dragover');
                send('drop');
                return taken;""", name, Base64.getEncoder().encodeToString(file), id);
        assertEquals(true, taken, "A drag that the page doesn't accept opens the file instead");
    }

    public void moveMouse(int x, int y) {
        cdp("Input.dispatchMouseEvent", Map.of("type", "mouseMoved", "x", x, "y", y));
    }

    /** Presses the mouse's button at one place of the window and lets it go at another, px. */
    public void drag(java.awt.Point from, java.awt.Point to) {
        moveMouse(from.x, from.y);
        mouse("mousePressed", from);
        for (int step = 1; step <= DRAG_STEPS; step++) {
            java.awt.Point at = new java.awt.Point(
                    from.x + (to.x - from.x) * step / DRAG_STEPS, from.y + (to.y - from.y) * step / DRAG_STEPS);
            cdp("Input.dispatchMouseEvent", Map.of("type", "mouseMoved", "x", at.x, "y", at.y, "button", "left"));
        }
        mouse("mouseReleased", to);
    }

    public void click(java.awt.Point at) {
        drag(at, at);
    }

    private void mouse(String type, java.awt.Point at) {
        cdp("Input.dispatchMouseEvent", Map.of("type", type, "x", at.x, "y", at.y, "button", "left", "clickCount", 1));
    }

    /** Holds the line to so many bytes a second upwards; -1 for no limit. */
    public void uploadSpeed(long bytesPerSecond) {
        network(false, bytesPerSecond);
    }

    public void offline(boolean offline) {
        network(offline, -1);
    }

    private void network(boolean offline, long upload) {
        cdp("Network.enable", Map.of());
        cdp(
                "Network.emulateNetworkConditions",
                Map.of("offline", offline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", upload));
    }

    public void downloadTo(File directory) {
        cdp("Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", directory.toString()));
    }

    /** What the console has said since it was last asked. */
    public List<String> console() {
        return logs(LogType.BROWSER);
    }

    /** What the network and the page have done since it was last asked, as JSON of the DevTools Protocol. */
    public List<String> events() {
        return logs(LogType.PERFORMANCE);
    }

    private List<String> logs(String type) {
        return driver.manage().logs().get(type).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
