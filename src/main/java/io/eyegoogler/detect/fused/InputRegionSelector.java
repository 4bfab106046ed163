package io.eyegoogler.detect.fused;

import io.eyegoogler.Box;
import io.eyegoogler.detect.rfb.RfbDetection;
import io.eyegoogler.detect.rfb.RfbInputRegion;
import io.eyegoogler.detect.sampling.PhotoSampler;
import java.util.ArrayList;
import java.util.List;

/** Selects the regions and scales that RFB runs on: the whole photo first, then more if its detections call for it. */
final class InputRegionSelector {

    /**
     * Longer side of the photo at the first scale, px of the input: RFB was trained on 320, and detects faces from 1/30
     * of that on.
     */
    static final int FIRST_LONGER_SIDE = 320;
    /** Side of a detection, px of the input, below which there may be others too small for its scale. */
    private static final double TINY_SIDE = 24;

    /** Longer side of the padded photo without its padding, px of the input. */
    private static final int PADDED_LONGER_SIDE = 128;
    /** Width of the padding, in longer sides of the photo. */
    private static final double PADDING = 0.25;
    /** Side of a face, in shorter sides of the photo, above which padding may improve its detection. */
    private static final double LARGE_SIDE = 0.5;
    /** Maximum side of a tile without its overlap, px of the input. */
    private static final int MAX_TILE_SIDE = 640;
    /** Overlap of neighboring tiles, px of the input: the side of the largest faces that tiles are meant for. */
    private static final int TILE_OVERLAP = 2 * (int) TINY_SIDE;

    private InputRegionSelector() {}

    /** Returns the whole photo at the first scale. */
    static RfbInputRegion first(PhotoSampler photo) {
        return RfbInputRegion.whole(photo, FIRST_LONGER_SIDE);
    }

    /** Returns the photo with padding, if one of {@code detections} fills it or extends beyond it, or there is none. */
    static List<RfbInputRegion> padded(PhotoSampler photo, List<RfbDetection> detections, SearchScales scales) {
        boolean needed = scales.exhaustive()
                || detections.isEmpty()
                || detections.stream().anyMatch(detection -> isLarge(detection.box(), photo));
        return needed ? List.of(RfbInputRegion.padded(photo, PADDED_LONGER_SIDE, PADDING)) : List.of();
    }

    /**
     * Tells whether a scale should be followed by one twice as large.
     *
     * @param longerSide of the photo at that scale, px of the input
     * @param detections at that scale
     */
    static boolean needsNextScale(
            PhotoSampler photo, int longerSide, List<RfbDetection> detections, SearchScales scales) {
        boolean tiny = detections.stream().anyMatch(detection -> detection.inputSide() < TINY_SIDE);
        boolean nothing = longerSide == FIRST_LONGER_SIDE && detections.isEmpty();
        return longerSide < scales.maxLongerSide()
                && longerSide < Math.max(photo.width(), photo.height())
                && (scales.exhaustive() || tiny || nothing);
    }

    /** Returns overlapping tiles of the photo, scaled so that its longer side is {@code longerSide} px of the input. */
    static List<RfbInputRegion> tiles(PhotoSampler photo, int longerSide) {
        double scale = RfbInputRegion.scale(photo, longerSide);
        double margin = TILE_OVERLAP / scale / 2;
        int columns = (int) Math.ceil(photo.width() * scale / MAX_TILE_SIDE);
        int rows = (int) Math.ceil(photo.height() * scale / MAX_TILE_SIDE);
        List<RfbInputRegion> tiles = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double left = Math.max(0, (double) photo.width() * column / columns - margin);
                double top = Math.max(0, (double) photo.height() * row / rows - margin);
                double right = Math.min(photo.width(), (double) photo.width() * (column + 1) / columns + margin);
                double bottom = Math.min(photo.height(), (double) photo.height() * (row + 1) / rows + margin);
                tiles.add(RfbInputRegion.part(new Box(left, top, right - left, bottom - top), scale));
            }
        }
        return tiles;
    }

    private static boolean isLarge(Box box, PhotoSampler photo) {
        return Math.max(box.width(), box.height()) > LARGE_SIDE * Math.min(photo.width(), photo.height())
                || box.x() < 0
                || box.y() < 0
                || box.x() + box.width() > photo.width()
                || box.y() + box.height() > photo.height();
    }
}
