package io.eyegoogler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Service;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class MisuseTest {

    private static final GooglyOptions OPTIONS = GooglyOptions.DEFAULT;

    private static EyeGoogler load() {
        return EyeGoogler.load(EyeGooglerConfig.DEFAULT.withDetection(DetectionMode.FAST));
    }

    @Test
    void everyCallAfterClose_saysThatItIsClosed() {
        EyeGoogler closed = load();
        closed.close();
        closed.close();

        List<Executable> calls = List.of(
                () -> closed.faces(Photos.PORTRAIT),
                () -> closed.faces(Photos.portrait()),
                () -> closed.googly(Photos.PORTRAIT, OPTIONS),
                () -> closed.googly(Photos.PORTRAIT, List.of(), OPTIONS),
                () -> closed.googly(Photos.portrait(), OPTIONS),
                () -> closed.googly(Photos.portrait(), List.of(), OPTIONS));
        for (Executable call : calls) {
            assertEquals(
                    "this EyeGoogler is closed",
                    assertThrows(IllegalStateException.class, call).getMessage());
        }
        assertEquals(DetectionMode.FAST, closed.config().detection());
    }

    @Test
    void close_waitsForWhatIsUnderWay_andMayNotBeCalledFromThere() throws Exception {
        EyeGoogler googler = load();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        StageListener slow = new StageListener() {
            @Override
            public <T> T around(Stage stage, Supplier<T> work) {
                assertThrows(IllegalStateException.class, googler::close);
                begun.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException impossible) {
                    throw new AssertionError(impossible);
                }
                return work.get();
            }
        };
        CompletableFuture<GooglyPhoto> photo = CompletableFuture.supplyAsync(
                () -> googler.googly(ByteBuffer.wrap(Photos.PORTRAIT), OPTIONS, Cancellation.NEVER, slow));
        begun.await();
        Thread closing = new Thread(googler::close);
        closing.start();
        while (closing.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertFalse(photo.isDone());
        goOn.countDown();

        assertEquals(1, photo.get(1, TimeUnit.MINUTES).faces().size());
        closing.join();
        assertThrows(IllegalStateException.class, () -> googler.faces(Photos.PORTRAIT));
    }

    @Test
    void interruptedThread_getsItsResultOrAnException_andStaysInterrupted() {
        for (int i = 0; i < 20; i++) {
            Thread.currentThread().interrupt();
            try {
                Service.GOOGLER.googly(Photos.PORTRAIT, OPTIONS);
            } catch (WorkCancelledException cancelled) {
                assertEquals(Cancellation.Reason.INTERRUPTED, cancelled.reason());
            }
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void nulls_areRefusedAtOnce_byName() {
        assertNamed("gaze", () -> OPTIONS.withGaze(null));
        assertNamed("style", () -> OPTIONS.withStyle(null));
        assertNamed("format", () -> OPTIONS.withFormat(null));
        assertNamed("detection", () -> OPTIONS.withDetection(null));
        assertNamed(
                "seed",
                () -> new GooglyOptions(
                        1, Gaze.RANDOM, EyeStyle.CLASSIC, null, OutputFormat.PNG, Optional.empty(), Optional.empty()));
        assertNamed(
                "detection",
                () -> new GooglyOptions(
                        1,
                        Gaze.RANDOM,
                        EyeStyle.CLASSIC,
                        OptionalLong.empty(),
                        OutputFormat.PNG,
                        null,
                        Optional.empty()));
        assertNamed("eye", () -> OPTIONS.withEye(null));
        assertNamed("eye", () -> CustomEye.of(null));
        assertNamed("pupil", () -> CustomEye.of(Photos.portrait()).withPupil(null));
        assertNamed("config", () -> EyeGoogler.load(null));
        assertNamed("detection", () -> EyeGooglerConfig.DEFAULT.withDetection(null));
        assertNamed("modelDirectory", () -> EyeGooglerConfig.DEFAULT.withModelDirectory(null));
        assertNamed("side", () -> Eye.at(1, 1, 1).withSide(null));
        assertNamed("center", () -> Eye.at(1, 1, 1).withCenter(null));
        assertNamed("pupil", () -> Eye.at(1, 1, 1).withPupil(null));
        assertNamed("photo", () -> Service.GOOGLER.faces((byte[]) null));
        assertNamed("options", () -> Service.GOOGLER.googly(Photos.PORTRAIT, null));
        assertNamed("image", () -> Service.GOOGLER.faces((java.awt.image.BufferedImage) null));
        assertNamed("eyes", () -> Service.GOOGLER.googly(Photos.PORTRAIT, null, OPTIONS));
        assertNamed(
                "cancellation",
                () -> Service.GOOGLER.faces(ByteBuffer.wrap(Photos.PORTRAIT), OPTIONS, null, StageListener.NONE));
        assertNamed(
                "listener",
                () -> Service.GOOGLER.faces(ByteBuffer.wrap(Photos.PORTRAIT), OPTIONS, Cancellation.NEVER, null));
    }

    private static void assertNamed(String parameter, Executable call) {
        assertEquals(parameter, assertThrows(NullPointerException.class, call).getMessage());
    }

    @Test
    void numbersOutOfRange_areRefusedAtOnce() {
        assertThrows(InvalidOptionException.class, () -> OPTIONS.withSize(3.1));
        assertThrows(InvalidOptionException.class, () -> OPTIONS.withSize(Double.NaN));
        assertThrows(InvalidOptionException.class, () -> CustomEye.of(Photos.plain(1001, 1000, java.awt.Color.WHITE)));
        assertThrows(IllegalArgumentException.class, () -> Gaze.degrees(361));
        assertThrows(IllegalArgumentException.class, () -> Gaze.at(Double.NaN, 0));
        assertThrows(IllegalArgumentException.class, () -> EyeGooglerConfig.DEFAULT.withMaxPixels(0));
        assertThrows(IllegalArgumentException.class, () -> Eye.at(1, Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> Eye.at(1, 1, -1));
        assertThrows(IllegalArgumentException.class, () -> Eye.at(1, 1, 1).withRoll(Double.POSITIVE_INFINITY));
        assertThrows(IllegalArgumentException.class, () -> Eye.at(1, 1, 1).withPupil(new Point(1, 1)));
    }

    @Test
    void modelThatIsMissing_isNamed_andLeavesNoThread(@TempDir Path models) throws Exception {
        Path first = Files.createDirectories(models.resolve("blazeface_short_range"));
        Files.copy(Path.of("models/blazeface_short_range/saved_model.pb"), first.resolve("saved_model.pb"));
        long threads = detectThreads();

        IllegalArgumentException missing = assertThrows(
                IllegalArgumentException.class,
                () -> EyeGoogler.load(EyeGooglerConfig.DEFAULT.withModelDirectory(models)));

        assertTrue(missing.getMessage().contains("blazeface_full_range"), missing.getMessage());
        assertTrue(detectThreads() <= threads);
    }

    private static long detectThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("detect"))
                .count();
    }
}
