package io.eyegoogler.detect.fused;

import io.eyegoogler.Box;
import io.eyegoogler.detect.rfb.NetworkInputFrame;
import io.eyegoogler.detect.rfb.RfbDetection;
import io.eyegoogler.detect.sampling.PhotoSampler;
import java.util.ArrayList;
import java.util.List;

/** What RFB looks at: the whole photo first, and more where that gives reason for it. */
final class FrameSelector {

    /** Longer side of the first look, px of the input: RFB was trained on 320, and sees faces from a thirtieth on. */
    static final int FIRST = 320;
    /** Faces that RFB sees this small, px of the input, are rarely alone: there may be others too small for it. */
    private static final double TINY = 24;

    /** Longer side of the look at the photo with a border, and the border's share of it. */
    private static final int BORDERED = 128;

    private static final double BORDER = 0.25;
    /** A face as large, in shorter sides of the photo, may be one of which RFB would see more with a border. */
    private static final double LARGE = 0.5;
    /** Longest side of a tile without its overlap, px of the input. */
    private static final int TILE = 640;
    /** How far tiles overlap, px of the input: as much as the largest of the faces that they are for. */
    private static final int OVERLAP = 2 * (int) TINY;

    private FrameSelector() {}

    /** The whole photo. */
    static NetworkInputFrame first(PhotoSampler photo) {
        return NetworkInputFrame.whole(photo, FIRST);
    }

    /** The photo with a border, if one of {@code detections} fills or overflows it, or there is none. */
    static List<NetworkInputFrame> bordered(PhotoSampler photo, List<RfbDetection> detections, SearchEffort effort) {
        boolean needed = effort.everywhere()
                || detections.isEmpty()
                || detections.stream().anyMatch(found -> isLarge(found.box(), photo));
        return needed ? List.of(NetworkInputFrame.bordered(photo, BORDERED, BORDER)) : List.of();
    }

    /**
     * Whether a look that shows {@code longerSide} px of the photo's longer side should be followed by one that shows
     * twice as many.
     *
     * @param seen in that look
     */
    static boolean isCloserNeeded(PhotoSampler photo, int longerSide, List<RfbDetection> seen, SearchEffort effort) {
        boolean tiny = seen.stream().anyMatch(found -> found.seenSide() < TINY);
        boolean nothing = longerSide == FIRST && seen.isEmpty();
        return longerSide < effort.closest()
                && longerSide < Math.max(photo.width(), photo.height())
                && (effort.everywhere() || tiny || nothing);
    }

    /** The photo with its longer side {@code longerSide} px, in tiles. */
    static List<NetworkInputFrame> tiles(PhotoSampler photo, int longerSide) {
        double scale = NetworkInputFrame.scale(photo, longerSide);
        double overlap = OVERLAP / scale;
        int across = (int) Math.ceil(photo.width() * scale / TILE);
        int down = (int) Math.ceil(photo.height() * scale / TILE);
        List<NetworkInputFrame> tiles = new ArrayList<>();
        for (int row = 0; row < down; row++) {
            for (int column = 0; column < across; column++) {
                double left = Math.max(0, (double) photo.width() * column / across - overlap / 2);
                double top = Math.max(0, (double) photo.height() * row / down - overlap / 2);
                double right = Math.min(photo.width(), (double) photo.width() * (column + 1) / across + overlap / 2);
                double bottom = Math.min(photo.height(), (double) photo.height() * (row + 1) / down + overlap / 2);
                tiles.add(NetworkInputFrame.part(new Box(left, top, right - left, bottom - top), scale));
            }
        }
        return tiles;
    }

    private static boolean isLarge(Box box, PhotoSampler photo) {
        return Math.max(box.width(), box.height()) > LARGE * Math.min(photo.width(), photo.height())
                || box.x() < 0
                || box.y() < 0
                || box.x() + box.width() > photo.width()
                || box.y() + box.height() > photo.height();
    }
}
