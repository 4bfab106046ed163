package io.eyegoogler.image.moving;

import io.eyegoogler.image.inspect.ChunkWalker;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOException;

/** The chunks of an APNG that make a PNG of any of its frames: the header, the palette and the transparent colors. */
final class PngParts {

    private static final long SIGNATURE = 0x89504e470d0a1a0aL;
    private static final int IHDR = ChunkWalker.type("IHDR");
    private static final int IDAT = ChunkWalker.type("IDAT");
    private static final int IEND = ChunkWalker.type("IEND");
    /** Length, type and CRC of a chunk, bytes. */
    private static final int CHUNK = 12;

    /** 256 colors of red, green and blue. The chunk of transparent colors is shorter. */
    private static final int MAX_LENGTH = 768;

    private static final int HEADER_LENGTH = 13;
    private static final int SIZE_LENGTH = 2 * Integer.BYTES;

    private ByteBuffer header;
    private final List<Chunk> colors = new ArrayList<>();

    private record Chunk(int type, ByteBuffer data) {}

    void header(ByteBuffer data) {
        header = data;
    }

    /**
     * Adds the palette or the transparent colors.
     *
     * @throws IIOException if there is such a chunk already, or if it is longer than any palette
     */
    void add(int type, ByteBuffer data) throws IIOException {
        if (data.limit() > MAX_LENGTH || colors.stream().anyMatch(each -> each.type == type)) {
            throw new IIOException("Invalid palette or transparent colors");
        }
        colors.add(new Chunk(type, data));
    }

    /** Returns a PNG of a frame; its CRCs are 0, since ImageIO's reader ignores them, even where they are wrong. */
    ByteBuffer png(int width, int height, List<ByteBuffer> compressed) {
        int length = Long.BYTES + 2 * CHUNK + HEADER_LENGTH;
        length += colors.stream().mapToInt(each -> CHUNK + each.data.limit()).sum();
        length += compressed.stream().mapToInt(each -> CHUNK + each.limit()).sum();
        ByteBuffer png = ByteBuffer.allocate(length).putLong(SIGNATURE);
        begin(png, IHDR, HEADER_LENGTH).putInt(width).putInt(height);
        png.put(header.slice(SIZE_LENGTH, HEADER_LENGTH - SIZE_LENGTH)).putInt(0);
        colors.forEach(each -> put(png, each.type, each.data));
        compressed.forEach(each -> put(png, IDAT, each));
        begin(png, IEND, 0).putInt(0);
        return png.flip();
    }

    private static void put(ByteBuffer png, int type, ByteBuffer data) {
        begin(png, type, data.limit()).put(data.duplicate().position(0)).putInt(0);
    }

    private static ByteBuffer begin(ByteBuffer png, int type, int length) {
        return png.putInt(length).putInt(type);
    }
}
