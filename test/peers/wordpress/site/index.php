<?php /* The smallest theme: each post with its words. */ ?><!doctype html>
<html <?php language_attributes(); ?>><head><meta charset="<?php bloginfo('charset'); ?>"><title><?php wp_title('', true); bloginfo('name'); ?></title><?php wp_head(); ?></head>
<body><?php while (have_posts()) { the_post(); ?><article><h1><?php the_title(); ?></h1><div><?php the_content(); ?></div></article><?php } ?></body></html>
