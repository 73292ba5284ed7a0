/** The search of Elasticsearch and OpenSearch, which is the same for both: logs where they are kept. */
@NullMarked
package com.maily.console.platforms.opensearch;

import org.jspecify.annotations.NullMarked;
