# Everything a person does with this project; `make` alone lists it.
MVN      := mvn --batch-mode --quiet
VERSION_OF_MODELS := 0.4.1657300184
SOURCES  := $(shell find src/main models -type f 2>/dev/null)
TESTS    := $(shell find src/test -type f 2>/dev/null)
JAR      := target/eyegoogler.jar
# AWT stays headless and native access is allowed, as in the fat jar.
JAVA     := java -Djava.awt.headless=true

.DEFAULT_GOAL := help
.PHONY: help build run test models clean

help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

build: $(JAR) ## Build the single fat jar, target/eyegoogler.jar

run: target/main.stamp ## Build what changed and serve on http://127.0.0.1:8000
	@exec $(JAVA) -cp target/classes:$$(cat target/main.classpath) io.eyegoogler.Main

test: ## Run all tests
	$(MVN) test

clean: ## Remove what was built
	$(MVN) clean

$(JAR): pom.xml $(SOURCES)
	$(MVN) -DskipTests -Dmaven.test.skip=true package

# Classes and the list of jars they need, without the minute that packing a fat jar takes.
target/main.stamp: pom.xml $(SOURCES)
	$(MVN) compile dependency:build-classpath -Dmdep.includeScope=runtime -Dmdep.outputFile=target/main.classpath
	@touch $@
