# EyeGoogler in a container: only Debian packages, and of those only what the program needs; no shell.
ARG BASE=debian:bookworm-slim

FROM ${BASE} AS build
RUN apt-get update \
    && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
        binutils curl maven openjdk-17-jdk-headless unzip zip

WORKDIR /build
COPY pom.xml LICENSE NOTICE ./
COPY models models
COPY src/main src/main
RUN mvn --batch-mode --no-transfer-progress -Dmaven.test.skip=true package

# Native libraries are next to the jar, so that no start has to unpack them, and without debug information.
WORKDIR /opt/eyegoogler
RUN mv /build/target/eyegoogler.jar . \
    && mkdir lib licences \
    && unzip -q -j eyegoogler.jar 'org/*/linux-*/lib*.so*' -d lib \
    && unzip -q -j eyegoogler.jar 'org/tensorflow/*/linux-*/LICENSE' -d licences \
    && mv licences/LICENSE licences/tensorflow && cp /build/LICENSE /build/NOTICE licences/ \
    && strip --strip-unneeded lib/* \
    && zip -q -d eyegoogler.jar 'org/*/linux-*/*' \
    && touch -d 2026-01-01T00:00:00Z eyegoogler.jar

# The options are part of this JRE: they apply to every command, and JDK_JAVA_OPTIONS takes precedence.
# The heap gets half of the container's memory, since TensorFlow and the JVM itself need up to 500 MB besides it. Of the
# collectors, the serial one needs the least memory besides the heap.
RUN jlink --output jre --strip-java-debug-attributes --no-header-files --no-man-pages \
        --add-modules java.base,java.desktop,java.logging,java.management,java.naming,java.sql,jdk.management,jdk.unsupported \
        --add-options="-Djava.library.path=/opt/eyegoogler/lib -XX:SharedArchiveFile=/opt/eyegoogler/eyegoogler.jsa -XX:+UseSerialGC -XX:MaxRAMPercentage=50 -XX:-UsePerfData" \
    && strip --strip-unneeded jre/lib/*.so jre/lib/server/*.so

# A class-data archive of the classes that a start, a photo and a health check load.
# JDK 17 crashes on a list that names a lambda twice, and warns of each class that it leaves out, which is only noise.
COPY src/test/resources/photos/astronaut.png /build/
RUN export PATH="$PWD/jre/bin:$PATH" jar="$PWD/eyegoogler.jar" errors="-Xlog:disable -Xlog:all=error:stderr" \
    && { java $errors -XX:DumpLoadedClassList=/build/serve.classes -jar "$jar" & } \
    && curl -sSf --retry 60 --retry-delay 1 --retry-all-errors http://127.0.0.1:8000/ready \
    && curl -sSf -F file=@/build/astronaut.png http://127.0.0.1:8000/eyegoogler -o /build/googly.png \
    && java $errors -XX:DumpLoadedClassList=/build/health.classes -jar "$jar" health --ready \
    && kill $! && wait $! \
    && awk '!seen[$0]++' /build/*.classes > /build/classes \
    && java $errors -Xshare:dump -XX:SharedClassListFile=/build/classes -XX:SharedArchiveFile="$PWD/eyegoogler.jsa" -jar "$jar" \
    && java -Xshare:on -jar "$jar" --version

# What the JRE and TensorFlow link against, with each package's license, and the package metadata that scanners read.
# With HEIF=yes also libheif's converter and, from util-linux, the programs that confine it.
ARG HEIF=no
WORKDIR /root-of-image
RUN mkdir debs && cd debs \
    && apt-get download base-files gcc-12-base libc6 libgcc-s1 libjpeg62-turbo liblcms2-2 libstdc++6 zlib1g \
    && if [ "$HEIF" = yes ]; then apt-get download libheif-examples libheif1 libaom3 libcap-ng0 libdav1d6 libde265-0 \
        libnuma1 libpng16-16 libsmartcols1 libx265-199 util-linux; fi \
    && cd .. && mkdir -p var/lib/dpkg/status.d \
    && for package in debs/*.deb; do \
        dpkg-deb -x "$package" . && dpkg-deb -f "$package" > "var/lib/dpkg/status.d/$(dpkg-deb -f "$package" Package)" || exit 1; \
    done \
    && rm -r debs \
    && find bin sbin usr/bin usr/sbin -type f ! -name heif-convert ! -name setpriv ! -name prlimit -delete \
    && echo 'root:x:0:0:root:/root:/sbin/nologin' > etc/passwd \
    && echo 'eyegoogler:x:10001:10001::/:/sbin/nologin' >> etc/passwd \
    && echo 'hosts: files dns' > etc/nsswitch.conf

FROM scratch
LABEL org.opencontainers.image.title="EyeGoogler" \
      org.opencontainers.image.description="A microserver that gives the people in a photo googly eyes." \
      org.opencontainers.image.licenses="Apache-2.0"
COPY --from=build /root-of-image /
COPY --from=build /opt/eyegoogler/licences /opt/eyegoogler/licences
COPY --from=build /opt/eyegoogler/lib /opt/eyegoogler/lib
COPY --from=build /opt/eyegoogler/jre /opt/eyegoogler/jre
COPY --from=build /opt/eyegoogler/eyegoogler.jar /opt/eyegoogler/eyegoogler.jsa /opt/eyegoogler/
ENV PATH=/opt/eyegoogler/jre/bin:/usr/bin LANG=C.UTF-8 EYEGOOGLER_HOST=0.0.0.0
USER 10001:10001
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
    CMD ["java", "-Xmx16m", "-XX:TieredStopAtLevel=1", "-jar", "/opt/eyegoogler/eyegoogler.jar", "health"]
ENTRYPOINT ["java", "-jar", "/opt/eyegoogler/eyegoogler.jar"]
