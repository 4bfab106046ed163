package io.eyegoogler.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eyegoogler.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Which photos a command line names, and where their results go. */
class PhotoFinderTest {

    @TempDir
    private Path directory;

    private Path photos;
    private final List<String> problems = new ArrayList<>();

    private class Problems implements Findings {
        @Override
        public void photo(InputPhoto photo) {
            throw new AssertionError(photo);
        }

        @Override
        public void leftOut(Path video) {
            throw new AssertionError(video);
        }

        @Override
        public void problem(String message) {
            problems.add(message);
        }
    }

    @BeforeEach
    void createPhotos() throws IOException {
        photos = directory.resolve("photos");
        for (String name : List.of("a.jpg", "B.JPEG", "notes.txt", ".hidden.jpg", "sub/c.png", "sub/deep/d.webp")) {
            create("photos/" + name);
        }
    }

    private Path create(String name) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }

    /** Returns the results by photo, both relative to the test's folder, into which the results go too. */
    private Map<String, String> find(Object... args) {
        InputOptions input = CommandLine.populateCommand(
                new InputOptions(), Stream.of(args).map(Object::toString).toArray(String[]::new));
        Output output = new Output(Output.Kind.FOLDER, directory.resolve("out"));
        TakenName takenName = input.skipExisting ? TakenName.SKIP : TakenName.NUMBER;
        Map<String, String> found = new TreeMap<>();
        Findings findings = new Problems() {
            @Override
            public void photo(InputPhoto photo) {
                Path result = output.path().relativize(photo.result().path());
                assertEquals(null, found.put(relative(photo.file()), result.toString()), "Found once");
            }
        };
        new PhotoFinder(input, output, "png", findings).find(NamedPhotos.of(input, output, "png", takenName));
        return found;
    }

    private String relative(Path file) {
        return file.startsWith(directory) ? directory.relativize(file).toString() : file.toString();
    }

    @Test
    void folder_givesThePhotosDirectlyInIt() {
        assertEquals(Map.of("photos/a.jpg", "a-googly.png", "photos/B.JPEG", "B-googly.png"), find(photos));
    }

    @Test
    void recursiveFolder_isMirrored() {
        assertEquals(
                Map.of(
                        "photos/a.jpg", "a-googly.png",
                        "photos/B.JPEG", "B-googly.png",
                        "photos/sub/c.png", "sub/c-googly.png",
                        "photos/sub/deep/d.webp", "sub/deep/d-googly.png"),
                find("-r", photos));
    }

    @Test
    void severalFolders_keepTheirNames_andTheirResultsApart() throws IOException {
        create("other/photos/a.jpg");

        assertEquals(
                Map.of(
                        "photos/a.jpg", "photos/a-googly.png",
                        "photos/B.JPEG", "photos/B-googly.png",
                        "other/photos/a.jpg", "photos-2/a-googly.png"),
                find(photos, directory.resolve("other/photos")));
    }

    @Test
    void photosWithTheSameStem_haveDistinctResults_inEveryShard() throws IOException {
        create("photos/a.png");
        create("photos/a.JPG");
        create("photos/a.Png");
        create("photos/c.png");

        Map<String, String> all = find(photos);

        assertEquals("a-googly.png", all.get("photos/a.jpg"));
        assertEquals("a-googly.JPG.png", all.get("photos/a.JPG"));
        assertEquals("a-googly.png.png", all.get("photos/a.png"));
        assertEquals("a-googly.Png.png", all.get("photos/a.Png"));
        assertEquals("c-googly.png", all.get("photos/c.png"));
        assertEquals(6, new HashSet<>(all.values()).size());
        assertEquals(
                Map.of("photos/a.png", "a-googly.png.png", "photos/c.png", "c-googly.png"),
                find(photos.resolve("[a-c].png")));
    }

    @Test
    void videos_haveResultsOfTheirOwnKind() throws IOException {
        Programs.installed("ffmpeg", "ffmpeg");
        create("clips/a.MOV");
        create("clips/a.jpg");
        create("clips/b.avi");
        create("clips/b.mp4");
        create("clips/a-googly.mov");

        assertEquals(
                Map.of(
                        "clips/a.MOV", "a-googly.mov",
                        "clips/a.jpg", "a-googly.png",
                        "clips/b.avi", "b-googly.avi.mp4",
                        "clips/b.mp4", "b-googly.mp4"),
                find(directory.resolve("clips")));
    }

    @Test
    void resultsInTheFolder_areNoPhotos_unlessNamed() throws IOException {
        create("photos/a-googly.png");
        create("photos/a-googly-2.png");
        create("photos/a-googly.JPG.png");
        create("photos/out/a-googly.jpg");

        assertEquals(
                find("-r", photos).keySet(),
                find(photos.resolve("**/*.{jpg,JPEG,png,webp}")).keySet());
        assertEquals(4, find("-r", photos).size());
        assertEquals(1, find(photos.resolve("a-googly.png")).size());
    }

    @Test
    void linkedFolders_areNotEntered_linkedPhotosAreTaken() throws IOException {
        Files.createSymbolicLink(photos.resolve("sub/loop"), photos);
        Files.createSymbolicLink(photos.resolve("linked.jpg"), photos.resolve("a.jpg"));
        Files.createSymbolicLink(photos.resolve("dangling.jpg"), Path.of("nowhere"));
        Path link = Files.createSymbolicLink(directory.resolve("link"), photos);

        assertEquals(5, find("-r", photos).size());
        assertEquals(5, find("-r", link).size(), "The folder that was named may be a link");
        assertEquals(List.of(), problems);
    }

    @Test
    void folderThatCannotBeRead_isOneLine() {
        Path gone = directory.resolve("gone");

        new PhotoFolder(new Problems(), true).forEachPhoto(gone, true, photo -> {});

        assertEquals(List.of(gone + ": Cannot read the folder: no such file or directory"), problems);
    }

    @Test
    void wildcards_areExpandedAsByAShell() {
        assertEquals(Map.of("photos/a.jpg", "a-googly.png"), find(photos.resolve("*.jpg")));
        assertEquals(Map.of("photos/sub/c.png", "sub/c-googly.png"), find(directory + "/photos/*/?.[m-p]ng"));
        assertEquals(Map.of("photos/sub/c.png", "sub/c-googly.png"), find(photos + "/{sub,other}/c.{jpg,png}"));
        assertEquals(
                Set.of("photos/a.jpg", "photos/sub/deep/d.webp"),
                find(directory + "/**/*.{jpg,webp}").keySet());
        assertEquals(
                Set.of("photos/notes.txt"), find(directory + "/photos/*.txt").keySet(), "What is named is tried");
        assertEquals(
                Map.of("photos/sub/c.png", "sub/c-googly.png"), find(photos.resolve("s*")), "A folder that matches");
        assertEquals(List.of(), problems);
    }

    @Test
    void fileThatMatchesInSeveralWays_isTakenOnce() throws IOException {
        create("photos/sub/sub/x.png");

        Map<String, String> found = find(photos + "/**/sub/**/x.png");
        assertEquals(Set.of("photos/sub/sub/x.png"), found.keySet());
        assertFalse(found.get("photos/sub/sub/x.png").contains("-2"), found.toString());
    }

    @Test
    void wildcardWithoutAMatch_isReported() {
        assertEquals(Map.of(), find(photos + "/*.heic"));
        assertEquals(List.of(photos + "/*.heic: No file matches."), problems);
    }

    @Test
    void nameWithWildcardsThatExists_isAFile() throws IOException {
        Path odd = create("photos/[a].jpg");
        create("photos/{.jpg");

        assertEquals(Map.of("photos/[a].jpg", "[a]-googly.png"), find(odd));
        assertEquals(Map.of(), find(photos + "/[{.jpg"), "A pattern that is none is a name");
        assertEquals(List.of(photos + "/[{.jpg: No file matches."), problems);
    }

    @Test
    void namedPhotos_haveDifferentResults_theSameInEveryRun() throws IOException {
        Path other = create("other/a.jpg");
        Path result = create("out/a-googly.png");

        Map<String, String> resumed = find("--skip-existing", photos.resolve("a.jpg"), other);

        assertEquals(Map.of("photos/a.jpg", "a-googly.png", "other/a.jpg", "a-googly-2.png"), resumed);
        assertEquals(
                Map.of("photos/a.jpg", "a-googly-2.png", "other/a.jpg", "a-googly-3.png"),
                find(photos.resolve("a.jpg"), other));
        assertEquals(Map.of("out/a-googly.png", "a-googly-googly.png"), find(result));
    }

    @Test
    void list_isMirrored_withFoldersAndAnyName() throws IOException {
        create("photos/new\nline.jpg");
        String paths = String.join("\0", photos + "/new\nline.jpg", "", photos + "/sub", "gone.dat", "../x/../y.jpg");
        Path list = Files.writeString(directory.resolve("list"), paths);
        String mirrored = directory.resolve("photos").toString().substring(1);

        assertEquals(
                Map.of(
                        "photos/new\nline.jpg", mirrored + "/new\nline-googly.png",
                        "photos/sub/c.png", mirrored + "/sub/c-googly.png",
                        "gone.dat", "gone-googly.dat.png",
                        "../x/../y.jpg", Path.of("..").toRealPath().toString().substring(1) + "/y-googly.png"),
                find("--files-from", list, "-0"));
        assertEquals(List.of(), problems);
    }

    @Test
    void unreadableList_isOneLine() throws IOException {
        Path zeros = Files.write(directory.resolve("zeros"), new byte[1 << 17]);

        assertEquals(Map.of(), find("--files-from", zeros));
        assertEquals(Map.of(), find("--files-from", directory.resolve("gone")));
        assertEquals(
                List.of(
                        zeros + ": Cannot read the list: a line is longer than any path",
                        directory.resolve("gone") + ": Cannot read the list: no such file or directory"),
                problems);
    }

    @Test
    void nameThatIsNoText_isOneLine() throws Exception {
        Process created =
                new ProcessBuilder("sh", "-c", ": > \"$1/$(printf 'bad\\377.jpg')\"", "sh", photos.toString()).start();
        assertEquals(0, created.waitFor());

        assertEquals(2, find(photos).size());
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).contains("The name is not valid"), problems.get(0));
    }

    @Test
    void shards_areDisjointAndComplete_andEachIsAboutAsLarge() throws IOException {
        for (int i = 0; i < 400; i++) {
            create("photos/many/IMG_%04d.JPG".formatted(i));
        }
        Set<String> together = new HashSet<>();
        IntStream.range(0, 4).forEach(index -> {
            Set<String> shard = find("-r", "--shard", index + "/4", photos).keySet();
            assertTrue(shard.size() > 70 && shard.size() < 135, "shard " + index + " has " + shard.size());
            shard.forEach(name -> assertTrue(together.add(name), name));
        });
        assertEquals(find("-r", photos).keySet(), together);
    }

    @Test
    void shardOfAPhoto_dependsOnItsNameInTheFolderAlone() throws IOException {
        Set<String> before = find("-r", "--shard", "1/3", photos).keySet();
        create("photos/sub/new.jpg");
        Files.move(photos, directory.resolve("moved"));

        Set<String> after =
                find("-r", "--shard", "1/3", directory.resolve("moved")).keySet();

        before.forEach(name -> assertTrue(after.contains(name.replace("photos/", "moved/")), name));
    }

    /** The first 64 bits of the SHA-256 digest, as {@code sha256sum} prints it, modulo ten. */
    @Test
    void shardOfAName_isTheSameInEveryRelease() {
        assertTrue(new Shard((int) Long.remainderUnsigned(0xa185d45f3b28f7eeL, 10), 10).includes("sub/c.png"));
        assertTrue(new Shard((int) Long.remainderUnsigned(0xc8ae06e33f1ec5d2L, 10), 10).includes("IMG_0001.JPG"));
    }
}
