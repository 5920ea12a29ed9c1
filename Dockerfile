# One image for each service: docker build --build-arg SERVICE=enrich-service --tag dateline/enrich-service .
# SERVICE is ingest-service, enrich-service, sink-service or ops-dashboard.

# The jars: those that "mvn package" left in target/, or, where there are none, built here.
FROM eclipse-temurin:25-jre AS jars
ARG SERVICE
WORKDIR /source
COPY . .
RUN set -eu; \
    [ -f "${SERVICE:-?}/pom.xml" ] || { echo "--build-arg SERVICE=ingest-service|enrich-service|sink-service|ops-dashboard, not '$SERVICE'"; exit 1; }; \
    if [ ! -d "$SERVICE/target/image" ]; then \
      apt-get update && apt-get install --yes --no-install-recommends maven default-jdk-headless; \
      mvn --batch-mode --no-transfer-progress -DskipTests -Dformatter.skip -pl "$SERVICE" -am package; \
    fi; \
    install -d /image/libraries/app /image/modules/app /image/service/app; \
    mv "$SERVICE/target/image/libraries" /image/libraries/app/lib; \
    install -d -m 1777 /image/libraries/var/lib/dateline; \
    mv "$SERVICE/target/image/modules" /image/modules/app/lib; \
    mv "$SERVICE/target/$SERVICE"-*.jar /image/service/app/dateline.jar; \
    find /image -exec touch --date=2026-11-01T00:00:00Z {} +

FROM eclipse-temurin:25-jre
ARG SERVICE
LABEL org.opencontainers.image.title="Dateline $SERVICE" \
      org.opencontainers.image.licenses="Apache-2.0"

# Inside its container each service listens on the same port, and from outside as well.
ENV DATELINE_INGEST_HOST=0.0.0.0 DATELINE_INGEST_PORT=8080 \
    DATELINE_ENRICH_HOST=0.0.0.0 DATELINE_ENRICH_PORT=8080 \
    DATELINE_SINK_HOST=0.0.0.0 DATELINE_SINK_PORT=8080 \
    DATELINE_DASHBOARD_HOST=0.0.0.0 DATELINE_DASHBOARD_PORT=8080 \
    DATELINE_ENRICH_STATE_DIR=/var/lib/dateline
EXPOSE 8080

# From what seldom changes to what changes daily: new code makes the last two layers anew, which are small. Each is copied
# as a tree from the root, so that its folders keep their times, and the same jars make the same layers.
COPY --from=jars /image/libraries/ /
COPY --from=jars /image/modules/ /
COPY --from=jars /image/service/ /

USER 10001:10001
HEALTHCHECK --interval=3s --timeout=3s --start-period=90s --retries=5 \
    CMD ["wget", "--quiet", "--tries=1", "--timeout=2", "--content-on-error", "--output-document=-", "http://127.0.0.1:8080/health/ready"]
# The heap leaves room for what lies beside it: RocksDB's stores, network buffers, threads. Huge pages are for enrich, as
# in ./dateline; where the host grants none, it goes on without a word.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=50", "-XX:+ExitOnOutOfMemoryError", "-XX:+UseSerialGC", \
    "-XX:+UseTransparentHugePages", "-Xlog:pagesize=off", \
    "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar", "/app/dateline.jar"]
