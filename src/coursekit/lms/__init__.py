"""Files for learning management systems: question banks, a cartridge of links, SCORM packages."""
