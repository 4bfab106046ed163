package io.eyegoogler.evaluate.report;

import io.eyegoogler.Cancellation;
import io.eyegoogler.EyeGooglerConfig;
import io.eyegoogler.OutputFormat;
import io.eyegoogler.evaluate.Evaluation;
import io.eyegoogler.evaluate.PhotoRun;
import io.eyegoogler.image.PhotoReader;
import io.eyegoogler.image.PhotoWriter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Everything that went wrong as a small picture of its place, so that one can see why. */
final class ContactSheet {

    /** A picture is about 20 kB in the page; more of them than this make it slow to open and tell nothing new. */
    static final int MAX_OF_A_KIND = 96;

    private final Path photos;
    private final PhotoReader reader = new PhotoReader(EyeGooglerConfig.DEFAULT.maxPixels());

    /**
     * @param photos the directory that the photos' names are in
     */
    ContactSheet(Path photos) {
        this.photos = photos;
    }

    /** A section for each kind of thing that went wrong. */
    String html(Evaluation evaluation) throws IOException {
        Map<Exhibit.Kind, List<Exhibit>> exhibits = new EnumMap<>(Exhibit.Kind.class);
        for (Exhibit.Kind kind : Exhibit.Kind.values()) {
            exhibits.put(kind, kind.of(evaluation.runs()));
        }
        Map<Exhibit, String> pictures = pictures(exhibits.values().stream()
                .flatMap(kind -> kind.stream().limit(MAX_OF_A_KIND))
                .toList());
        StringBuilder html = new StringBuilder();
        exhibits.forEach((kind, all) -> html.append(section(kind, all, pictures)));
        return html.toString();
    }

    /** Each photo is decoded once, and none is kept. */
    private Map<Exhibit, String> pictures(List<Exhibit> exhibits) throws IOException {
        Map<PhotoRun, List<Exhibit>> byPhoto = exhibits.stream().collect(Collectors.groupingBy(Exhibit::run));
        Map<Exhibit, String> pictures = new HashMap<>();
        for (Map.Entry<PhotoRun, List<Exhibit>> entry : byPhoto.entrySet()) {
            PhotoRun run = entry.getKey();
            BufferedImage photo = reader.read(Files.readAllBytes(photos.resolve(run.name())));
            for (Exhibit exhibit : entry.getValue()) {
                byte[] jpeg = PhotoWriter.write(
                        CropPainter.paint(photo, run, exhibit.focus()), OutputFormat.JPEG, Cancellation.NEVER);
                pictures.put(
                        exhibit, "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg));
            }
        }
        return pictures;
    }

    private static String section(Exhibit.Kind kind, List<Exhibit> all, Map<Exhibit, String> pictures) {
        StringBuilder html = new StringBuilder();
        html.append("<h3>%s <span class=\"count\">%d</span></h3><p class=\"note\">%s</p><div class=\"sheet\">"
                .formatted(kind.title, all.size(), all.isEmpty() ? "None." : "Each is " + kind.explanation + "."));
        all.stream().limit(MAX_OF_A_KIND).forEach(exhibit -> html.append(figure(exhibit, pictures.get(exhibit))));
        html.append("</div>");
        if (all.size() > MAX_OF_A_KIND) {
            html.append("<p class=\"note\">And %d more, in report.json.</p>".formatted(all.size() - MAX_OF_A_KIND));
        }
        return html.toString();
    }

    private static String figure(Exhibit exhibit, String picture) {
        String name = Html.escape(exhibit.run().name());
        return """
                <figure><img src="%s" alt="%s" width="240" height="240"><figcaption><b>%s</b>%s</figcaption></figure>
                """.formatted(picture, name, name, exhibit.caption());
    }
}
