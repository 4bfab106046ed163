package io.eyegoogler.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.testing.Await;
import io.eyegoogler.testing.GooglyProcess;
import io.eyegoogler.testing.Photos;
import io.eyegoogler.testing.Programs;
import io.eyegoogler.testing.SmallDisk;
import io.eyegoogler.testing.Videos;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** {@code googly} on videos, looked at by ffprobe. */
class VideoTest {

    /** Of 255 levels; ffmpeg's quick conversions have 1.4. */
    private static final double MAX_DIFFERENCE = 0.5;

    @TempDir
    private Path directory;

    private Path results;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void needsFfmpeg() {
        Programs.installed("ffmpeg", "ffmpeg");
        results = directory.resolve("results");
    }

    private int googly(Object... args) {
        CommandLine commands =
                CommandLineFactory.create().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        Stream<Object> all = Stream.concat(
                Stream.of("googly", "--detection", "fast", "--seed", "1"),
                Stream.concat(
                        Arrays.stream(args),
                        Arrays.asList(args).contains("-o") ? Stream.of() : Stream.of("-o", results)));
        return commands.execute(all.map(Object::toString).toArray(String[]::new));
    }

    private Path result(String name) {
        return results.resolve(name);
    }

    /** Frames at thirty, then at six a second, that begin after the sound. */
    private Path changingRate(String name) throws IOException {
        return Videos.make(
                directory.resolve(name),
                ",select='lt(n,12)+not(mod(n,5))',setpts=PTS+0.25/TB",
                "-vsync",
                "passthrough",
                "-enc_time_base",
                "1:90000",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-c:a",
                "aac",
                "-metadata",
                "comment=+12.3-045.6/",
                "-metadata:s:a",
                "language=deu");
    }

    private static List<Double> times(Path file) {
        return Videos.probe(file, "v", "frame=pts_time").stream()
                .map(Double::valueOf)
                .toList();
    }

    @Test
    void mp4_keepsTimesOfFrames_soundAndLanguage_andNoMetadata() throws IOException {
        Path clip = changingRate("clip.mp4");

        assertEquals(0, googly(clip), err::toString);

        Path googly = result("clip-googly.mp4");
        assertEquals(googly + "\n", out.toString());
        assertEquals(21, times(clip).size());
        assertEquals(times(clip), times(googly));
        assertArrayEquals(Videos.stream(clip, "a"), Videos.stream(googly, "a"));
        assertEquals(
                Videos.probe(clip, "a", "packet=pts_time"),
                Videos.probe(googly, "a", "packet=pts_time"),
                "Sound and picture keep their distance");
        assertEquals(List.of("deu"), Videos.probe(googly, "a", "stream_tags=language"));
        assertEquals(
                List.of("h264,640,480,yuv420p"), Videos.probe(googly, "v", "stream=codec_name,width,height,pix_fmt"));
        assertTrue(Files.readString(clip, StandardCharsets.ISO_8859_1).contains("+12.3-045.6"));
        assertFalse(Files.readString(googly, StandardCharsets.ISO_8859_1).contains("+12.3-045.6"));
        assertEquals(List.of("clip-googly.mp4"), names());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(results)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void eyes_areOnTheFace_inEveryFrame_andTheRestStaysAsItIs() throws IOException {
        Path clip = changingRate("clip.mp4");
        assertEquals(0, googly(clip, "--size", "2"), err::toString);

        List<Double> times = times(clip);
        for (int i = 0; i < times.size(); i += 4) {
            BufferedImage before = Photos.decode(Videos.frame(clip, i));
            BufferedImage after = Photos.decode(Videos.frame(result("clip-googly.mp4"), i));
            // The filter's t is that of the clip before its beginning was moved.
            double left = 60 + 60 * Math.sin((times.get(i) - 0.233) * 3);
            int x = (int) (left + Photos.RIGHT_EYE.x());
            int y = (int) (Photos.RIGHT_EYE.y() - 20);
            assertTrue(changed(before, after, x, y) > 0.5, "frame " + i);
            assertEquals(0, difference(before, after, 300), MAX_DIFFERENCE);
        }
    }

    /** The share of pixels around a point that differ much. */
    private static double changed(BufferedImage before, BufferedImage after, int x, int y) {
        int radius = 10;
        int changed = 0;
        for (int dy = -radius; dy <= radius; dy++) {
            for (int dx = -radius; dx <= radius; dx++) {
                int green = before.getRGB(x + dx, y + dy) >> 8 & 0xff;
                if (Math.abs(green - (after.getRGB(x + dx, y + dy) >> 8 & 0xff)) > 40) {
                    changed++;
                }
            }
        }
        return changed / Math.pow(2 * radius + 1, 2);
    }

    /** By how much {@code after} is brighter below {@code top}, in the mean of all samples. */
    private static double difference(BufferedImage before, BufferedImage after, int top) {
        long sum = 0;
        int count = 0;
        for (int y = top; y < before.getHeight(); y += 3) {
            for (int x = 0; x < before.getWidth(); x += 3) {
                for (int shift = 0; shift <= 16; shift += 8) {
                    sum += (after.getRGB(x, y) >> shift & 0xff) - (before.getRGB(x, y) >> shift & 0xff);
                    count++;
                }
            }
        }
        return (double) sum / count;
    }

    @Test
    void clipOnItsSide_comesBackUpright() throws IOException {
        Path lying = Videos.make(
                directory.resolve("lying.mp4"),
                ",transpose=2",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-c:a",
                "aac");
        Path turned = directory.resolve("turned.mov");
        Programs.run(List.of(
                "ffmpeg",
                "-v",
                "error",
                "-i",
                lying.toString(),
                "-c",
                "copy",
                "-metadata:s:v",
                "rotate=90",
                turned.toString()));
        assertEquals(List.of("480,640"), Videos.probe(turned, "v", "stream=width,height"));

        assertEquals(0, googly(turned), err::toString);

        assertEquals(List.of("640,480"), Videos.probe(result("turned-googly.mov"), "v", "stream=width,height"));
        assertEquals(List.of(), Videos.probe(result("turned-googly.mov"), "v", "stream_side_data=rotation"));
        assertFalse(err.toString().contains("No face"), err.toString());
        BufferedImage upright = Photos.decode(Videos.frame(turned, 0));
        BufferedImage googly = Photos.decode(Videos.frame(result("turned-googly.mov"), 0));
        assertEquals(0, difference(upright, googly, 300), MAX_DIFFERENCE);
    }

    @Test
    void webm_ofOddSize_andMkvWithSubtitles_stayWhatTheyAre() throws IOException {
        Path webm = Videos.make(
                directory.resolve("clip.webm"),
                ",crop=401:301",
                "-c:v",
                "libvpx",
                "-deadline",
                "realtime",
                "-c:a",
                "libopus");
        Path spoken = directory.resolve("spoken.mkv");
        Path subtitles = Files.writeString(directory.resolve("s.srt"), "1\n00:00:00,100 --> 00:00:01,000\nHello\n");
        Path mkv = Videos.make(directory.resolve("clip.mkv"), "", "-c:v", "mpeg4", "-c:a", "pcm_s16le");
        Programs.run(List.of(
                "ffmpeg",
                "-v",
                "error",
                "-i",
                mkv.toString(),
                "-i",
                subtitles.toString(),
                "-map",
                "0",
                "-map",
                "1",
                "-c",
                "copy",
                spoken.toString()));

        assertEquals(0, googly(webm, spoken), err::toString);

        Path web = result("clip-googly.webm");
        assertEquals(List.of("vp9,400,300"), Videos.probe(web, "v", "stream=codec_name,width,height"));
        assertArrayEquals(Videos.stream(webm, "a"), Videos.stream(web, "a"));
        assertEquals(60, times(web).size());
        Path speaks = result("spoken-googly.mkv");
        assertEquals(
                List.of("h264", "pcm_s16le", "subrip"),
                Stream.of("v", "a", "s")
                        .flatMap(type -> Videos.probe(speaks, type, "stream=codec_name").stream())
                        .toList());
        assertArrayEquals(Videos.stream(spoken, "s"), Videos.stream(speaks, "s"));
        assertEquals(times(spoken), times(speaks));
    }

    @Test
    void squeezedPixels_becomeSquare_andTheContainerIsAsNamed() throws IOException {
        Path clip =
                Videos.make(directory.resolve("clip.avi"), ",scale=320:480,setsar=2/1", "-c:v", "mpeg4", "-c:a", "mp2");

        assertEquals(0, googly(clip, "-o", directory.resolve("squares.mkv")), err::toString);

        Path result = directory.resolve("squares.mkv");
        assertEquals(List.of("640,480,1:1"), Videos.probe(result, "v", "stream=width,height,sample_aspect_ratio"));
        assertArrayEquals(Videos.stream(clip, "a"), Videos.stream(result, "a"));
    }

    @Test
    void fileNameIsNotAProtocol_andPlaylistsAreNotFollowed() throws IOException {
        Path clip = changingRate("-i concat:a|http:%d.mp4");
        Path playlist = Files.writeString(
                directory.resolve("list.mp4"),
                "#EXTM3U\n#EXTINF:2,\nfile:" + changingRate("x.mp4") + "\n#EXT-X-ENDLIST\n");
        Path concat = Files.writeString(directory.resolve("concat.mkv"), "ffconcat version 1.0\nfile x.mp4\n");

        assertEquals(1, googly(directory + "/./-i concat:a|http:%d.mp4", playlist, concat));

        assertEquals(List.of("-i concat:a|http:%d-googly.mp4"), names());
        assertEquals(
                times(clip).size(),
                times(result("-i concat:a|http:%d-googly.mp4")).size());
        assertTrue(err.toString().contains("1 done, 0 skipped, 2 failed"), err.toString());
    }

    @Test
    void fileThatIsNotAVideo_isOneLine_andLeavesNothing() throws IOException {
        byte[] whole = Files.readAllBytes(changingRate("whole.mp4"));
        Path cut = Files.write(directory.resolve("cut.mp4"), Arrays.copyOf(whole, whole.length / 2));
        Path sound = directory.resolve("sound.mp4");
        Programs.run(
                List.of("ffmpeg", "-v", "error", "-f", "lavfi", "-i", "sine=d=1", "-c:a", "aac", sound.toString()));

        assertEquals(1, googly(cut, sound, directory.resolve("gone.mov")));

        assertEquals(List.of(), names());
        List<String> lines = err.toString().lines().sorted().toList();
        assertEquals(4, lines.size(), err.toString());
        assertTrue(err.toString().contains(cut + ": ffmpeg: moov atom not found\n"), err.toString());
        assertTrue(err.toString().contains(sound + ": There is no video in the file.\n"), err.toString());
        assertTrue(err.toString().contains("gone.mov: No such file.\n"), err.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"clip.mp4", "clip.mkv"})
    void fullDisk_isNamed_andLeavesNothing(String name) throws IOException {
        Path clip = changingRate(name);
        try (SmallDisk disk = SmallDisk.mount(results, "20k")) {
            assertEquals(1, googly(clip, "-o", disk.folder()));

            assertEquals(List.of(), names());
            assertTrue(err.toString().startsWith(clip + ": "), err.toString());
            assertTrue(err.toString().contains("0 done, 0 skipped, 1 failed"), err.toString());
        }
    }

    @Test
    void resultOfAVideo_isAVideo() throws IOException {
        Path clip = changingRate("clip.mp4");

        assertEquals(1, googly(clip, "--format", "gif"));
        assertTrue(err.toString().contains("--format gif is for photos."), err.toString());
        for (String output : List.of("-", directory + "/x.gif", directory + "/x.avi")) {
            assertEquals(2, googly(clip, "-o", output), output);
        }
        Path portrait = Files.write(directory.resolve("portrait.png"), Photos.PORTRAIT);
        assertEquals(2, googly(portrait, "-o", directory.resolve("x.mp4")));
        assertEquals(1, googly(clip, "--max-pixels", "1000"));
        assertTrue(err.toString().contains("640 × 480"), err.toString());
    }

    private ProcessBuilder process(Path... files) {
        return GooglyProcess.of(Stream.concat(
                        Stream.of("googly", "--detection", "fast", "-o", results.toString()),
                        Stream.of(files).map(Path::toString))
                .toList());
    }

    @Test
    void withoutFfmpeg_aNamedVideoFails_andThoseInFoldersAreLeftOut() throws Exception {
        Path clip = Files.createFile(directory.resolve("clip.mp4"));
        Files.write(directory.resolve("portrait.png"), Photos.PORTRAIT);
        ProcessBuilder builder = process(clip, directory).redirectErrorStream(true);
        builder.environment().put("PATH", directory.toString());

        Process process = builder.start();

        String said = new String(process.getInputStream().readAllBytes());
        assertEquals(1, process.waitFor());
        assertTrue(
                said.contains(clip + ": Videos need the program ffprobe; install it (Debian's package ffmpeg).\n"),
                said);
        assertTrue(said.contains("1 done, 0 skipped, 1 failed; "), said);
        assertTrue(said.endsWith("; videos left out, since there is no ffmpeg: 1\n"), said);
    }

    /** The processes of ffmpeg that read that file. */
    private static long readers(Path file) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains("file:" + file))
                .count();
    }

    private void killMidway(boolean forcibly) throws Exception {
        Path clip = Videos.make(
                directory.resolve("long.mp4"),
                ",scale=1920:1440,loop=loop=40:size=60",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-c:a",
                "aac");
        Process process =
                process(clip).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        Await.until(() -> readers(clip) == 2 && partLength() > 0, "the encoder writes");

        ProcessHandle handle = process.toHandle();
        assertTrue(forcibly ? handle.destroyForcibly() : handle.destroy());
        process.waitFor();

        Await.until(() -> readers(clip) == 0, "ffmpeg has ended");
        assertFalse(Files.exists(result("long-googly.mp4")));
    }

    private long partLength() {
        try (Stream<Path> files = Files.list(results)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException notYet) {
            return 0;
        }
    }

    @Test
    @Tag("verify")
    void sigkill_midway_leavesNoProcess_andNoHalfFileUnderTheName() throws Exception {
        killMidway(true);
    }

    @Test
    @Tag("verify")
    void sigterm_midway_leavesNothing() throws Exception {
        killMidway(false);
        assertEquals(List.of(), names());
    }
}
