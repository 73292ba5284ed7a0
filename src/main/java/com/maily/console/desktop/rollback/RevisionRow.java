package com.maily.console.desktop.rollback;

/** One revision somebody can choose. @param image as the template names it; @param age since it was made, in words */
record RevisionRow(String identity, String name, String version, String image, String age, String cause, boolean current) { }
