package io.eyegoogler.image.color;

import java.util.Optional;

/** The chromaticities (CIE 1931 x, y) of a color space's primaries and white point. */
record ColorPrimaries(
        double redX,
        double redY,
        double greenX,
        double greenY,
        double blueX,
        double blueY,
        double whiteX,
        double whiteY) {

    private static final double D65_X = 0.3127;
    private static final double D65_Y = 0.3290;
    static final ColorPrimaries SRGB = new ColorPrimaries(0.64, 0.33, 0.30, 0.60, 0.15, 0.06, D65_X, D65_Y);
    /** The largest difference that is due to rounding. */
    private static final double TOLERANCE = 0.002;
    /** The white point of ICC profiles, XYZ. */
    private static final double[] D50 = {0.9642, 1, 0.8249};
    /** From XYZ to cone responses, by Bradford. */
    private static final double[][] BRADFORD = {
        {0.8951, 0.2664, -0.1614}, {-0.7502, 1.7135, 0.0367}, {0.0389, -0.0685, 1.0296}
    };

    /** Returns the primaries with this code point of ITU-T H.273, table 2; empty for those not known here. */
    static Optional<ColorPrimaries> ofCodePoint(int codePoint) {
        return Optional.ofNullable(
                switch (codePoint) {
                    case 1 -> SRGB;
                    case 5 -> new ColorPrimaries(0.64, 0.33, 0.29, 0.60, 0.15, 0.06, D65_X, D65_Y);
                    case 6, 7 -> new ColorPrimaries(0.630, 0.340, 0.310, 0.595, 0.155, 0.070, D65_X, D65_Y);
                    case 9 -> new ColorPrimaries(0.708, 0.292, 0.170, 0.797, 0.131, 0.046, D65_X, D65_Y);
                    case 11 -> new ColorPrimaries(0.680, 0.320, 0.265, 0.690, 0.150, 0.060, 0.314, 0.351);
                    case 12 -> new ColorPrimaries(0.680, 0.320, 0.265, 0.690, 0.150, 0.060, D65_X, D65_Y);
                    default -> null;
                });
    }

    boolean isNear(ColorPrimaries other) {
        double[] one = values();
        double[] two = other.values();
        for (int i = 0; i < one.length; i++) {
            if (Math.abs(one[i] - two[i]) > TOLERANCE) {
                return false;
            }
        }
        return true;
    }

    private double[] values() {
        return new double[] {redX, redY, greenX, greenY, blueX, blueY, whiteX, whiteY};
    }

    /**
     * Returns the colorants of an ICC profile: XYZ of red, green and blue, chromatically adapted to D50. They aren't
     * finite if the primaries don't span a color space.
     */
    double[][] toD50() {
        double[][] colors = {xyz(redX, redY), xyz(greenX, greenY), xyz(blueX, blueY)};
        double[] white = xyz(whiteX, whiteY);
        double[] scales = solve(transposed(colors), white);
        double[] whiteResponse = times(BRADFORD, white);
        double[] d50Response = times(BRADFORD, D50);
        double[][] adapted = new double[3][];
        for (int i = 0; i < 3; i++) {
            double[] response = times(BRADFORD, colors[i]);
            for (int j = 0; j < 3; j++) {
                response[j] *= scales[i] * d50Response[j] / whiteResponse[j];
            }
            adapted[i] = solve(BRADFORD, response);
        }
        return adapted;
    }

    private static double[] xyz(double x, double y) {
        return new double[] {x / y, 1, (1 - x - y) / y};
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                product[i] += matrix[i][j] * vector[j];
            }
        }
        return product;
    }

    private static double[][] transposed(double[][] matrix) {
        double[][] transposed = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                transposed[i][j] = matrix[j][i];
            }
        }
        return transposed;
    }

    /** Returns the vector whose product with {@code matrix} is {@code product}, by Cramer's rule. */
    private static double[] solve(double[][] matrix, double[] product) {
        double[] vector = new double[3];
        for (int column = 0; column < 3; column++) {
            double[][] replaced = new double[3][];
            for (int row = 0; row < 3; row++) {
                replaced[row] = matrix[row].clone();
                replaced[row][column] = product[row];
            }
            vector[column] = determinant(replaced) / determinant(matrix);
        }
        return vector;
    }

    private static double determinant(double[][] m) {
        return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
                - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
                + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
    }
}
