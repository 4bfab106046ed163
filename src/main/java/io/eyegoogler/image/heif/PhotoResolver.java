package io.eyegoogler.image.heif;

import static io.eyegoogler.image.heif.BoxReader.unsignedByte;
import static io.eyegoogler.image.heif.BoxReader.unsignedInt;
import static io.eyegoogler.image.heif.BoxReader.unsignedShort;

import io.eyegoogler.PhotoRejectedException;
import io.eyegoogler.image.color.CodePoints;
import io.eyegoogler.image.heif.BoxReader.Box;
import java.awt.Dimension;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what the primary item of a file consists of. Items that it doesn't need are ignored. */
final class PhotoResolver {

    /** Tiles of a grid; a phone's 50 megapixels in tiles of 512 × 512 px are 192. */
    static final int MAX_TILES = 400;
    /** Identity items around an image; none are known in photos. */
    private static final int MAX_DEPTH = 4;
    /** As in the readers of other formats; more than libheif decodes, px. */
    private static final int MAX_SIDE = 500_000;
    /** Real profiles have some kB, a few 2 MB. */
    private static final int MAX_PROFILE = 4 << 20;
    /** How much larger than declared a tile may be: encoders pad to whole coding units, of 64 px at most. */
    static final int MAX_PADDING = 63;

    private static final Set<String> ALPHA = Set.of(
            "urn:mpeg:mpegB:cicp:systems:auxiliary:alpha", "urn:mpeg:hevc:2015:auxid:1", "urn:mpeg:avc:2015:auxid:1");
    private static final Set<String> ICC = Set.of("prof", "rICC");
    private static final String CODE_POINTS = "nclx";

    private final ItemTables items;
    private final String format;
    private final long fileBytes;

    /** An image before transforms: its tiles, the columns of its grid, and its size. */
    private record Canvas(List<CodedImage> tiles, int columns, Dimension size) {}

    PhotoResolver(ByteBuffer file, String format) {
        this.items = ItemTables.read(file, format);
        this.format = format;
        this.fileBytes = file.limit();
    }

    HeifPhoto resolve() {
        int primary = items.primary();
        int source = source(primary);
        Canvas canvas = canvas(source);
        Transform transform = transform(primary, canvas.size());
        List<Integer> alphas = alphas(primary);
        Canvas alpha = alphas.isEmpty() ? null : canvas(source(alphas.get(0)));
        if (alpha != null && !haveSameTiles(canvas, alpha)) {
            throw unsupported("whose transparency has another size than the photo");
        }
        List<CodedImage> alphaTiles = alpha == null ? List.of() : alpha.tiles();
        checkBytes(canvas.tiles(), alphaTiles);
        return new HeifPhoto(
                canvas.tiles(),
                alphaTiles,
                canvas.columns(),
                canvas.size().width,
                canvas.size().height,
                transform.crop(),
                transform.orientation(),
                !alphas.isEmpty() && items.referencesFrom("prem", primary).contains(alphas.get(0)),
                profile(primary, source));
    }

    /** Returns the item itself, or the one that it is identical with but for transforms. */
    private int source(int id) {
        int source = id;
        for (int depth = 0; items.type(source).equals("iden"); depth++) {
            if (depth == MAX_DEPTH) {
                throw new PhotoRejectedException.TooCostly(format, "more than " + MAX_DEPTH + " derivations");
            }
            source = single(items.referencesFrom("dimg", source));
        }
        return source;
    }

    private static int single(List<Integer> ids) {
        if (ids.size() != 1) {
            throw new IllegalArgumentException(ids.size() + " items instead of one");
        }
        return ids.get(0);
    }

    private Canvas canvas(int id) {
        if (items.type(id).equals("grid")) {
            return grid(id);
        }
        CodedImage image = coded(id);
        return new Canvas(List.of(image), 1, new Dimension(image.width(), image.height()));
    }

    /** Reads a grid (ISO/IEC 23008-12, 6.6.2.3). */
    private Canvas grid(int id) {
        ByteBuffer grid = items.data(id).get(0).slice();
        unsignedByte(grid);
        boolean wide = (unsignedByte(grid) & 1) != 0;
        int rows = unsignedByte(grid) + 1;
        int columns = unsignedByte(grid) + 1;
        if (rows * columns > MAX_TILES) {
            throw new PhotoRejectedException.TooCostly(format, rows * columns + " tiles");
        }
        Dimension size =
                size(wide ? unsignedInt(grid) : unsignedShort(grid), wide ? unsignedInt(grid) : unsignedShort(grid));
        List<Integer> ids = items.referencesFrom("dimg", id);
        if (ids.size() != rows * columns || Set.copyOf(ids).size() != ids.size()) {
            throw new IllegalArgumentException("A grid of " + rows * columns + " tiles that names " + ids.size());
        }
        List<CodedImage> tiles = ids.stream().map(this::tile).toList();
        int tileWidth = tiles.get(0).width();
        int tileHeight = tiles.get(0).height();
        boolean even = tiles.stream().allMatch(tile -> tile.width() == tileWidth && tile.height() == tileHeight);
        if (!even || !isDivided(size.width, tileWidth, columns) || !isDivided(size.height, tileHeight, rows)) {
            throw new IllegalArgumentException("Tiles that do not cover the grid, or are not needed");
        }
        return new Canvas(tiles, columns, size);
    }

    private static boolean isDivided(int size, int tile, int count) {
        long all = (long) tile * count;
        return all + MAX_PADDING >= size && all - tile < size;
    }

    private CodedImage tile(int id) {
        if (items.properties(id).stream()
                .anyMatch(box -> Set.of("clap", "irot", "imir").contains(box.type()))) {
            throw unsupported("whose tiles are turned or cropped");
        }
        return coded(id);
    }

    private CodedImage coded(int id) {
        String type = items.type(id);
        List<Box> properties = items.properties(id);
        if (!type.equals(CodedImage.HEVC) && !type.equals(CodedImage.AV1)) {
            throw unsupported("with images of type '" + type.replaceAll("[^a-zA-Z0-9]", "?") + "'");
        }
        ByteBuffer extent =
                find(properties, "ispe").orElseThrow().content().slice().position(Integer.BYTES);
        Dimension size = size(unsignedInt(extent), unsignedInt(extent));
        Box configuration =
                find(properties, type.equals(CodedImage.HEVC) ? "hvcC" : "av1C").orElseThrow();
        return new CodedImage(
                type, size.width, size.height, configuration, color(properties, Set.of(CODE_POINTS)), items.data(id));
    }

    private static Dimension size(long width, long height) {
        if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) {
            throw new IllegalArgumentException(width + " × " + height + " pixels");
        }
        return new Dimension((int) width, (int) height);
    }

    private static Optional<Box> find(List<Box> properties, String type) {
        return properties.stream().filter(box -> box.type().equals(type)).findFirst();
    }

    /** Collects the transforms from the source to the item. */
    private Transform transform(int id, Dimension size) {
        Transform transform = items.type(id).equals("iden")
                ? transform(items.referencesFrom("dimg", id).get(0), size)
                : Transform.none(size.width, size.height);
        for (Box box : items.properties(id)) {
            ByteBuffer content = box.content();
            transform = switch (box.type()) {
                case "clap" -> transform.cropped(content);
                case "irot" -> transform.rotated(content);
                case "imir" -> transform.mirrored(content);
                default -> transform;
            };
        }
        return transform;
    }

    /** Returns the auxiliary images of an item that are its alpha. */
    private List<Integer> alphas(int id) {
        return items.referencesTo("auxl", id).stream()
                .filter(auxiliary -> find(items.properties(auxiliary), "auxC")
                        .filter(box -> ALPHA.contains(text(box.content())))
                        .isPresent())
                .toList();
    }

    /** Returns the text up to a zero after the header of a full box. */
    private static String text(ByteBuffer content) {
        byte[] bytes = new byte[content.limit() - Integer.BYTES];
        content.get(Integer.BYTES, bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1).split("\0", 2)[0];
    }

    private static boolean haveSameTiles(Canvas one, Canvas other) {
        CodedImage tile = one.tiles().get(0);
        CodedImage otherTile = other.tiles().get(0);
        return one.size().equals(other.size())
                && one.tiles().size() == other.tiles().size()
                && tile.width() == otherTile.width()
                && tile.height() == otherTile.height();
    }

    private void checkBytes(List<CodedImage> tiles, List<CodedImage> alphaTiles) {
        long bytes = Stream.concat(tiles.stream(), alphaTiles.stream())
                .mapToLong(CodedImage::bytes)
                .sum();
        if (bytes > fileBytes) {
            throw new PhotoRejectedException.TooCostly(format, "images whose data overlap");
        }
    }

    /** Returns the color profile of the item, or else of its source or of the source's first tile. */
    private Optional<byte[]> profile(int id, int source) {
        List<Integer> tiles = items.referencesFrom("dimg", source);
        List<List<Box>> owners = Stream.concat(
                        Stream.of(id, source), tiles.stream().limit(1))
                .map(items::properties)
                .toList();
        return owners.stream()
                .flatMap(properties -> color(properties, ICC).stream())
                .map(box -> bytes(box.content()))
                .findFirst()
                .or(() -> owners.stream()
                        .flatMap(properties -> color(properties, Set.of(CODE_POINTS)).stream())
                        .flatMap(box -> CodePoints.toIcc(
                                box.content().getShort(4), box.content().getShort(6))
                                .stream())
                        .findFirst());
    }

    private static Optional<Box> color(List<Box> properties, Set<String> types) {
        return properties.stream()
                .filter(box -> box.type().equals("colr"))
                .filter(box -> types.contains(BoxReader.type(box.content().slice())))
                .findFirst();
    }

    private static byte[] bytes(ByteBuffer color) {
        byte[] profile = new byte[Math.min(MAX_PROFILE, color.limit() - Integer.BYTES)];
        color.get(Integer.BYTES, profile);
        return profile;
    }

    private PhotoRejectedException unsupported(String what) {
        return new PhotoRejectedException.Unsupported(
                format + " files " + what + " are not supported; send the photo as JPEG or PNG.");
    }
}
